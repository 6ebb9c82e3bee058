// The setup that is being worked on: what is saved, with one's own changes, which are kept until they are saved or thrown away.

import { useState } from 'react'
import { useMeeting } from '../../app/meeting'
import { useLive } from '../../live/react'
import type { JsonObject } from '../../live/types'
import type { AllocationSetup } from '../../wire'
import { sameSetup } from './setup'

export interface Held {
  name: string
  setup: AllocationSetup
}

/** What is saved, and which version of it. */
export interface Base extends Held {
  version: number
}

export interface SetupHandle extends Held {
  /** The version that the changes were made from. */
  version: number
  changed: boolean
  restored: boolean
  set(setup: AllocationSetup): void
  setName(name: string): void
  /** Goes back to what is saved. */
  discard(): void
  /** What is worked on has just been saved. */
  saved(): void
  /** Somebody saved another version while this one was being changed. */
  stale: boolean
  keepMine(): void
}

const same = (a: Held, b: Held) => a.name === b.name && sameSetup(a.setup, b.setup)

export function useSetup(id: string, theirs: Base): SetupHandle {
  const { drafts } = useLive()
  const kept_under = `workbench.${useMeeting()}.${id}`
  const [draft] = useState(() => drafts.read(kept_under) as { held: Held; base: Base } | null)
  const [held, setHeld] = useState<Held>(draft?.held ?? theirs)
  const [base, setBase] = useState<Base>(draft?.base ?? theirs)
  const [restored, setRestored] = useState(draft !== null)

  const keep = (next: Held, from: Base) => {
    setHeld(next)
    setBase(from)
    if (same(next, from)) drafts.clear(kept_under)
    else drafts.write(kept_under, { held: next, base: from } as unknown as JsonObject)
  }
  const newer = base.version !== theirs.version
  if (newer && same(held, base)) {
    setHeld(theirs)
    setBase(theirs)
  } else if (newer && (same(base, theirs) || same(held, theirs))) {
    setBase(theirs)
  }

  return {
    name: held.name,
    setup: held.setup,
    version: base.version,
    changed: !same(held, base),
    restored,
    set: (setup) => keep({ ...held, setup }, base),
    setName: (name) => keep({ ...held, name }, base),
    discard: () => {
      setRestored(false)
      keep({ name: theirs.name, setup: theirs.setup }, theirs)
    },
    saved: () => {
      setRestored(false)
      keep(held, { ...held, version: base.version })
    },
    stale: newer && !same(held, base) && !same(base, theirs),
    keepMine: () => keep(held, theirs),
  }
}

// The life of a form: values and their draft, checking, sending, refusals, and changes by others meanwhile.

import { useState } from 'react'
import { useLive } from '../live/react'
import { Refusal, type JsonObject } from '../live/types'
import { useRefusalWords } from '../messages/refusals'
import { placeProblems, type Errors, type Values } from './form_state'

export interface FormSpec<V extends Values> {
  /** Under which the draft is kept; unique for the thing that is edited. */
  name: string
  /** What the thing is now. */
  initial: V
  /** The version of the thing that `initial` shows, where it is one that others may change. */
  version?: number
  /** Whether a draft is kept; not for passwords. */
  keep?: boolean
  check?(values: V): Errors
  /** `version` is the one that the values were made from. */
  send(values: V, version: number): Promise<unknown>
  onSent?(): void
}

export interface FormHandle<V extends Values> {
  name: string
  values: V
  set<K extends keyof V>(field: K, value: V[K]): void
  leave(field: string): void
  errors: Errors
  /** What is wrong and concerns no single field. */
  rest: string[]
  /** Counts the sendings that failed; the summary takes the focus at each. */
  failures: number
  busy: boolean
  /** A draft from before was taken up. */
  restored: boolean
  discard(): void
  submit(): void
  /** Somebody changed the thing since; `theirs` is what it is now. */
  stale: boolean
  theirs: V
  takeTheirs(): void
  keepMine(): void
}

interface Draft<V> {
  values: V
  version: number
}

export function useForm<V extends Values>(spec: FormSpec<V>): FormHandle<V> {
  const { name, initial, version = 0, keep = true, check, send, onSent } = spec
  const { drafts } = useLive()
  const words = useRefusalWords()
  const [draft] = useState(() => (keep ? (drafts.read(name) as Draft<V> | null) : null))
  const [values, setValues] = useState<V>(draft === null ? initial : { ...initial, ...draft.values })
  const [base, setBase] = useState(draft?.version ?? version)
  const [dirty, setDirty] = useState(draft !== null)
  const [restored, setRestored] = useState(draft !== null)
  const [errors, setErrors] = useState<Errors>({})
  const [rest, setRest] = useState<string[]>([])
  const [failures, setFailures] = useState(0)
  const [busy, setBusy] = useState(false)

  if (!dirty && base !== version) {
    setBase(version)
    setValues(initial)
  }

  const settle = () => {
    drafts.clear(name)
    setDirty(false)
    setRestored(false)
    setErrors({})
    setRest([])
  }
  const fail = (found: Errors, others: string[]) => {
    setErrors(found)
    setRest(others)
    setFailures((n) => n + 1)
  }
  const succeed = () => {
    settle()
    if (spec.version === undefined) setValues(initial)
    onSent?.()
  }
  const refuse = (error: unknown) => {
    const problems = error instanceof Refusal ? error.problems : []
    const placed = placeProblems(problems, Object.keys(values), (problem) => words(problem))
    fail(placed.errors, problems.length === 0 ? [words(error)] : placed.rest)
  }
  const adopt = () => {
    settle()
    setValues(initial)
    setBase(version)
  }

  return {
    name,
    values,
    errors,
    rest,
    failures,
    busy,
    restored,
    stale: dirty && !busy && base !== version,
    theirs: initial,
    takeTheirs: adopt,
    discard: adopt,
    keepMine: () => setBase(version),
    set: (field, value) => {
      const next = { ...values, [field]: value }
      setValues(next)
      setDirty(true)
      if (keep) drafts.write(name, { values: next, version: base } as unknown as JsonObject)
      if (errors[field as string] !== undefined) setErrors({ ...errors, [field as string]: undefined })
    },
    leave: (field) => {
      if (dirty) setErrors((before) => ({ ...before, [field]: check?.(values)[field] }))
    },
    submit: () => {
      if (busy) return
      const found = check?.(values) ?? {}
      if (Object.values(found).some((text) => text !== undefined)) return fail(found, [])
      setBusy(true)
      send(values, base).then(succeed, refuse).finally(() => setBusy(false))
    },
  }
}

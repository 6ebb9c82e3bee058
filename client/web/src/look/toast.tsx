// What just happened, said once by one polite live region.

import { useSyncExternalStore } from 'react'
import { useText } from '../messages'
import { Button } from './button'
import type { Tone } from './parts'

interface Toast {
  id: number
  text: string
  tone: Tone
  undo?: (() => void) | undefined
}

const shown_for = 8000
let toasts: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

function set(now: readonly Toast[]) {
  toasts = now
  for (const tell of listeners) tell()
}

const drop = (id: number) => set(toasts.filter((toast) => toast.id !== id))

/** Say something; `undo` offers to take it back while it is shown. */
export function say(text: string, tone: Tone = 'plain', undo?: () => void): void {
  const id = next++
  set([...toasts.slice(-2), { id, text, tone, undo }])
  setTimeout(() => drop(id), undo === undefined ? shown_for : shown_for * 2)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Toasts() {
  const t = useText()
  const now = useSyncExternalStore(subscribe, () => toasts)
  return (
    <div className="toasts no-print" role="status" aria-live="polite" aria-atomic="false">
      {now.map(({ id, text, tone, undo }) => (
        <div key={id} className={`toast ${tone}`}>
          <span>{text}</span>
          {undo && (
            <Button
              kind="quiet"
              onPress={() => {
                drop(id)
                undo()
              }}
            >
              {t('look.undo')}
            </Button>
          )}
          <Button kind="quiet" onPress={() => drop(id)}>
            {t('look.dismiss')}
          </Button>
        </div>
      ))}
    </div>
  )
}

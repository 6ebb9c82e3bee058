// Keys of the desk: `/` search, `g` and a letter to go somewhere, j and k through rows, `?` for help.
// They can be switched off: somebody who dictates would set them off by speaking.

export type KeyAction = { kind: 'search' } | { kind: 'help' } | { kind: 'row'; step: 1 | -1 } | { kind: 'go'; letter: string }

export interface KeyPress {
  key: string
  /** With Ctrl, Alt or Meta, or while typing in a field. */
  ours: boolean
  at: number
}

const second_key_within = 1500

/** Turns key presses into actions; remembers the `g`. */
export class Keys {
  private x_g_at: number | null = null

  press({ key, ours, at }: KeyPress): KeyAction | null {
    const after_g = this.x_g_at !== null && at - this.x_g_at < second_key_within
    this.x_g_at = null
    if (!ours) return null
    if (after_g) return { kind: 'go', letter: key }
    if (key === 'g') this.x_g_at = at
    if (key === '/') return { kind: 'search' }
    if (key === '?') return { kind: 'help' }
    if (key === 'j') return { kind: 'row', step: 1 }
    if (key === 'k') return { kind: 'row', step: -1 }
    return null
  }
}

const typing = 'input, textarea, select, [contenteditable], [role=listbox], [role=menu], [role=dialog] *'

export function readPress(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof Element ? event.target : null
  const modified = event.ctrlKey || event.metaKey || event.altKey
  return { key: event.key, ours: !modified && target?.closest(typing) == null, at: event.timeStamp }
}

/** Move the focus to the next or previous row of the screen. Rows are marked with `data-row`. */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')]
  const now = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[now === -1 ? (step === 1 ? 0 : rows.length - 1) : now + step]
  const target = next?.matches('a, button') ? next : next?.querySelector<HTMLElement>('a, button')
  target?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** Put the focus into the search field of the screen; false where it has none. */
export function focusSearch(): boolean {
  const field = document.querySelector<HTMLElement>('main input[type=search]')
  field?.focus()
  return field !== null
}

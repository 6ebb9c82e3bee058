// Addresses: every screen has one that can be sent to a colleague; back and reload work everywhere.

import { useCallback, useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react'

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) addEventListener('popstate', tell)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('popstate', tell)
  }
}

/** Go to an address of this app. `replace` leaves no way back to the one before. */
export function navigate(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState({ moved: true }, '', to)
  else history.pushState({ moved: true }, '', to)
  if (!to.includes('#')) scrollTo(0, 0)
  tell()
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname)
}

export function useQuery(): URLSearchParams {
  return new URLSearchParams(useSyncExternalStore(subscribe, () => location.search))
}

/** One parameter of the address's query, and how to set it without a new entry in the history. */
export function useQueryValue(name: string, otherwise = ''): [string, (value: string) => void] {
  const value = useQuery().get(name) ?? otherwise
  const set = useCallback(
    (next: string) => {
      const query = new URLSearchParams(location.search)
      if (next === otherwise) query.delete(name)
      else query.set(name, next)
      const text = query.toString()
      history.replaceState(history.state, '', location.pathname + (text === '' ? '' : `?${text}`))
      tell()
    },
    [name, otherwise],
  )
  return [value, set]
}

/** The values of `:names` when `path` has the form of `pattern`, in which a last `*` takes the rest; null if it has not. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean)
  const given = path.split('/').filter(Boolean)
  const open = wanted.at(-1) === '*'
  if (open ? given.length < wanted.length - 1 : given.length !== wanted.length) return null
  const values: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    if (part === '*') break
    const text = given[i] ?? ''
    if (part.startsWith(':')) values[part.slice(1)] = decode(text)
    else if (part !== text) return null
  }
  return values
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: string
  children: ReactNode
}

export function Link({ to, children, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const ours = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !ours) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a {...rest} href={to} onClick={follow}>
      {children}
    </a>
  )
}

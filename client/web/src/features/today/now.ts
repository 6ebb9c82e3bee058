// Where the meeting stands in its agenda and programme. Pure.

import type { AgendaSession, AgendaTopic } from '../../wire'

/** The items above one in the tree, from the top. */
export function pathTo(agenda: AgendaTopic, item: string): string[] {
  const path: string[] = []
  let above = agenda.items[item]?.parent
  while (above !== undefined && !path.includes(above)) {
    path.unshift(above)
    above = agenda.items[above]?.parent
  }
  return path
}

/** The session that is running at `now`, else the next one. */
export function sessionAround(agenda: AgendaTopic, now: number): { session: AgendaSession; running: boolean } | null {
  const left = Object.values(agenda.sessions)
    .filter((session) => Date.parse(session.ends) > now)
    .sort((a, b) => a.starts.localeCompare(b.starts))
  const [session] = left
  return session === undefined ? null : { session, running: Date.parse(session.starts) <= now }
}

// Where an application stands, from received to answered. Pure.

import type { Application, OwnApplication } from '../../wire'

export type Standing =
  | 'withdrawn'
  | 'accepted'
  | 'declined'
  | 'cancelled'
  | 'awarded'
  | 'refused'
  | 'incomplete'
  | 'incomplete_late'
  | 'late'
  | 'complete'

type Judged = Pick<OwnApplication, 'state' | 'missing' | 'on_time' | 'award' | 'refusal'>

/**
 * What was told last counts: a refusal after an award that came to nothing, an award after a refusal. `closed`: applications
 * have closed by now.
 */
export function standingOf({ state, missing, on_time, award, refusal }: Judged, closed: boolean): Standing {
  if (state === 'withdrawn') return 'withdrawn'
  if (award !== undefined && (refusal === undefined || Date.parse(refusal.notified) <= Date.parse(award.notified))) {
    return award.state === 'notified' ? 'awarded' : award.state
  }
  if (refusal !== undefined) return 'refused'
  if (missing.length > 0) return closed ? 'incomplete_late' : 'incomplete'
  return on_time ? 'complete' : 'late'
}

/** Whether there is an award that was not given back. */
export function hasLiveAward({ award }: Pick<OwnApplication, 'award'>): boolean {
  return award?.state === 'notified' || award?.state === 'accepted'
}

/** Whether the committee has told its decision; from then on nothing of the application is changed. */
export function isDecided(application: Judged): boolean {
  return application.award !== undefined || application.refusal !== undefined
}

export const filters = ['all', 'complete', 'missing', 'late', 'no_costs', 'awarded'] as const
export type Filter = (typeof filters)[number]

/** What the committee's list shows under a filter; those withdrawn only among all. */
export function isShown(filter: Filter, application: Application, closed: boolean): boolean {
  if (filter === 'all') return true
  const { state, missing, on_time, costs, award } = application
  if (state === 'withdrawn') return false
  if (filter === 'complete') return missing.length === 0
  if (filter === 'missing') return missing.length > 0
  if (filter === 'late') return !on_time || (closed && missing.length > 0)
  if (filter === 'no_costs') return costs.length === 0
  return award !== undefined
}

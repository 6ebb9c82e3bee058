// How far proposals are: proposed, approved, notified. Pure.

import type { AllocationOutcome, Application, Proposal, PublishedTermsTopic } from '../../wire'

export const approvals_needed = 2

export type Stage = 'proposed' | 'approved' | 'notified' | 'superseded'

export function stageOf({ notified, superseded, approvals }: Proposal): Stage {
  if (notified !== undefined) return 'notified'
  if (superseded) return 'superseded'
  return new Set(approvals.map((approval) => approval.by)).size >= approvals_needed ? 'approved' : 'proposed'
}

/** The proposal that waits for approval or notification, if any. */
export function openProposal(proposals: Record<string, Proposal>): [string, Proposal] | undefined {
  return newestFirst(proposals).find(([, proposal]) => ['proposed', 'approved'].includes(stageOf(proposal)))
}

export function newestFirst(proposals: Record<string, Proposal>): [string, Proposal][] {
  return Object.entries(proposals).sort(([, a], [, b]) => b.at.localeCompare(a.at))
}

/** Why nothing can be proposed yet. `now` in milliseconds. */
export function whyNotPropose(terms: PublishedTermsTopic, now: number): 'no_terms' | 'still_open' | 'not_drawn' | null {
  if (terms.closes === undefined || terms.policy === undefined) return 'no_terms'
  if (terms.seed !== undefined) return null
  return Date.parse(terms.closes) > now ? 'still_open' : 'not_drawn'
}

/** How many awards and refusals are told when this is notified: whoever was told the same before is not told again. */
export function tellings(
  outcome: Pick<AllocationOutcome, 'granted' | 'refused' | 'gated' | 'waiting'>,
  applications: Record<string, Application>,
): { awards: number; refusals: number } {
  const news = [
    ...Object.entries(outcome.refused).map(([id, { reason, lacking }]) => ({ id, reason, lacking, gates: [] as string[] })),
    ...Object.entries(outcome.gated).map(([id, gates]) => ({ id, reason: 'GATE', lacking: undefined, gates })),
  ].filter(({ id, reason, lacking, gates }) => {
    const application = applications[id]
    if (application?.state !== 'received' || application.details === undefined) return false
    const said = application.refusal
    const place = outcome.waiting.indexOf(id) + 1
    const same = said?.reason === reason && said.gates.join() === gates.join() && said.lacking === lacking
    return !(same && (said.place ?? 0) === place)
  })
  return { awards: outcome.granted.filter((seat) => seat.turn !== 'LOCKED').length, refusals: news.length }
}

/** Whether somebody typed this number, in the digits of any language. */
export function isNumber(text: string, wanted: number): boolean {
  const plain = text.trim().replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
  return /^\d+$/.test(plain) && Number(plain) === wanted
}

// What the screens offer. The server alone decides what somebody may do (server/access/rights_table.cpp); this only spares
// them what it would refuse.

import type { RoleGrant } from '../wire'

export interface Rights {
  secretariat: boolean
  committee: boolean
  display: boolean
  /** Leads the debate: may open, suspend, close, add, change, move and take out items of the agenda. */
  chair: boolean
  /** May see who takes part, and the documents for participants. */
  participant: boolean
  /** The delegations of which one may see everything. */
  delegations: string[]
  /** The delegations that one may change. */
  edits: string[]
  /** The members whose own application for sponsorship one may see. */
  members: string[]
}

/** The rights that these roles give in a meeting. */
export function rightsIn(roles: readonly RoleGrant[], meeting: string): Rights {
  const here = roles.filter((grant) => grant.meeting === undefined || grant.meeting === meeting)
  const has = (...wanted: RoleGrant['role'][]) => here.some((grant) => wanted.includes(grant.role))
  const delegationsOf = (...wanted: RoleGrant['role'][]) => [
    ...new Set(here.filter((g) => wanted.includes(g.role)).flatMap((g) => g.delegation ?? [])),
  ]
  return {
    secretariat: has('secretariat'),
    committee: has('committee'),
    display: has('display'),
    chair: has('secretariat', 'president'),
    participant: has('secretariat', 'president', 'focal_point', 'delegate'),
    delegations: delegationsOf('focal_point', 'delegate'),
    edits: delegationsOf('focal_point'),
    members: [...new Set(here.filter((g) => g.role === 'delegate').flatMap((g) => g.member ?? []))],
  }
}

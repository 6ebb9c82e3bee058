// What the navigation shows. The server alone decides what somebody may do; this only spares them what it would refuse.

import type { RoleGrant } from '../wire'

export interface Rights {
  secretariat: boolean
  committee: boolean
  president: boolean
  display: boolean
  /** May see who takes part. */
  participant: boolean
  /** The delegations of which one may see everything. */
  delegations: string[]
  /** The delegations that one may change. */
  edits: string[]
}

/** The rights that these roles give in a meeting. */
export function rightsIn(roles: readonly RoleGrant[], meeting: string): Rights {
  const here = roles.filter((grant) => grant.meeting === undefined || grant.meeting === meeting)
  const has = (role: RoleGrant['role']) => here.some((grant) => grant.role === role)
  const delegationsOf = (...wanted: RoleGrant['role'][]) => [
    ...new Set(here.filter((g) => wanted.includes(g.role)).flatMap((g) => g.delegation ?? [])),
  ]
  return {
    secretariat: has('secretariat'),
    committee: has('committee'),
    president: has('president'),
    display: has('display'),
    participant: here.some((grant) => grant.role !== 'public_reader' && grant.role !== 'display'),
    delegations: delegationsOf('focal_point', 'delegate'),
    edits: delegationsOf('focal_point'),
  }
}

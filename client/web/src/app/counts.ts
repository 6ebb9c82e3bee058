// How much waits at which place, for whoever has to do with it.

import type { DelegationTopic, RegistrationsTopic } from '../wire'
import { useMeetingTopic, useRights } from './meeting'

export function useCounts(): Record<string, number> {
  const rights = useRights()
  const [mine] = rights.edits
  const registrations = useMeetingTopic<RegistrationsTopic>(rights.secretariat ? 'registrations@secretariat' : null).state
  const delegation = useMeetingTopic<DelegationTopic>(mine === undefined ? null : `delegation/${mine}`).state
  return {
    registrations: Object.values(registrations?.delegations ?? {}).filter((d) => d.state === 'submitted').length,
    delegation: delegation?.missing.length ?? 0,
  }
}

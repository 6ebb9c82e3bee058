// The terms as somebody may see them: published for everybody, whole for the committee and the secretariat.

import { useServerTime } from '../../app/clock'
import { useMeetingTopic, useRights } from '../../app/meeting'
import type { PublishedTermsTopic, WholeTermsTopic } from '../../wire'

export function usePublishedTerms(): PublishedTermsTopic | undefined {
  return useMeetingTopic<PublishedTermsTopic>('sponsorship').state
}

/** Whether applications have closed by now. */
export function useClosed(): boolean {
  const closes = usePublishedTerms()?.closes
  const now = useServerTime(60_000)
  return closes !== undefined && Date.parse(closes) < now
}

export function useWholeTerms(): WholeTermsTopic | undefined {
  const { committee, secretariat } = useRights()
  return useMeetingTopic<WholeTermsTopic>(committee || secretariat ? 'sponsorship.terms@committee' : null).state
}

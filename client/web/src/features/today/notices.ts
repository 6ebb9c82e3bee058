// The notices that concern somebody: to everyone, to the category of their delegation, to their delegation.

import { useMeeting, useMeetingTopic, useRights } from '../../app/meeting'
import { useTopics } from '../../live/react'
import type { Notice, NoticesTopic, ParticipantsTopic } from '../../wire'

/** Newest first; absent while the first have not come. */
export function useNotices(): [string, Notice][] | undefined {
  const meeting = useMeeting()
  const rights = useRights()
  const participants = useMeetingTopic<ParticipantsTopic>(rights.delegations.length > 0 ? 'participants' : null).state
  const categories = rights.delegations.flatMap((id) => participants?.delegations[id]?.category ?? [])
  const names = rights.secretariat
    ? ['notices@secretariat']
    : [
        'notices',
        ...rights.delegations.map((id) => `notices/delegation/${id}`),
        ...[...new Set(categories)].map((id) => `notices/category/${id}`),
      ]
  const topics = useTopics<NoticesTopic>(meeting, meeting === '' ? [] : names)
  if (topics[0] === undefined) return undefined
  return topics
    .flatMap((topic) => Object.entries(topic?.notices ?? {}))
    .sort(([, a], [, b]) => b.at.localeCompare(a.at))
}

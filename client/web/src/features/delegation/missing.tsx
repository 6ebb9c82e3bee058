// What a submission would be refused for, each with a way to mend it.

import { useHere, useMeetingDetails } from '../../app/meeting'
import { Link } from '../../app/router'
import { Banner, Localized } from '../../look'
import { useSpeech, type MessageKey } from '../../messages'
import { problemWords } from '../../messages/refusals'
import type { DelegationTopic, ProblemData } from '../../wire'

export function Missing({ delegation, id }: { delegation: DelegationTopic; id: string }) {
  const { t } = useSpeech()
  const { missing, members } = delegation
  if (missing.length === 0) return null
  return (
    <Banner tone="warn">
      <p className="strong">{t('delegation.missing', { count: missing.length })}</p>
      <ul>
        {missing.map((problem, i) => (
          <li key={i}>
            <OneMissing id={id} problem={problem} members={members} />
          </li>
        ))}
      </ul>
    </Banner>
  )
}

interface OneMissingProps {
  id: string
  problem: ProblemData
  members: DelegationTopic['members']
}

/** `values.missing` says what: no_members, no_head, several_heads, or a field of a member. */
function OneMissing({ id, problem, members }: OneMissingProps) {
  const speech = useSpeech()
  const here = useHere()
  const fields = useMeetingDetails()?.fields ?? []
  const { member = '', field = '', missing } = problem.values
  const whole = whole_delegation[missing ?? '']
  const entry = members[member]
  if (whole !== undefined) return <>{speech.t(whole)}</>
  if (entry === undefined) return <>{problemWords(problem, speech)}</>
  const label = fields.find((f) => f.id === field)?.label
  return (
    <Link to={here(`/delegation/${id}/member/${member}`)}>
      <bdi>{(entry.draft ?? entry.approved)?.name ?? member}</bdi>: <Localized of={label ?? { en: field }} />
    </Link>
  )
}

const whole_delegation: Record<string, MessageKey> = {
  no_members: 'delegation.no_members',
  no_head: 'delegation.no_head',
  several_heads: 'delegation.many_heads',
}

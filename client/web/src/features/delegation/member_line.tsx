// One member of a delegation in the list of its focal point.

import { useHere } from '../../app/meeting'
import { Link } from '../../app/router'
import { Tag } from '../../look'
import { useText } from '../../messages'
import type { Member } from '../../wire'
import { MemberName } from '../participants/member_name'

export function MemberLine({ delegation, id, member }: { delegation: string; id: string; member: Member }) {
  const here = useHere()
  const entry = member.draft ?? member.approved
  return (
    <li>
      <Link to={here(`/delegation/${delegation}/member/${id}`)} className="row-link" data-row>
        <MemberName member={entry ?? { category: 'adviser' }} /> <MemberTag member={member} />
      </Link>
    </li>
  )
}

export function MemberTag({ member }: { member: Member }) {
  const t = useText()
  if (member.erased) return null
  if (member.leaving) return <Tag tone="warn">{t('member.leaving')}</Tag>
  if (member.draft === undefined) return <Tag tone="good">{t('registration.approved')}</Tag>
  if (member.approved !== undefined) return <Tag tone="warn">{t('member.changed')}</Tag>
  return <Tag>{t('member.new')}</Tag>
}

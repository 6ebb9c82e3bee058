// A member by title, name in both scripts, function and place in the delegation.

import { useText } from '../../messages'
import type { Participant } from '../../wire'

export function MemberName({ member }: { member: Participant }) {
  const t = useText()
  if (member.name === undefined) return <span className="muted">{t('member.erased')}</span>
  return (
    <>
      <bdi className="strong">{[member.title, member.name_latin ?? member.name].filter(Boolean).join(' ')}</bdi>
      {member.name_latin !== undefined && member.name_latin !== member.name && (
        <>
          {' '}
          <bdi className="muted">{member.name}</bdi>
        </>
      )}
      <span className="muted"> · {t(`member.${member.category}`)}</span>
      {member.function !== undefined && member.function !== '' && (
        <>
          <br />
          <bdi className="muted">{member.function}</bdi>
        </>
      )}
    </>
  )
}

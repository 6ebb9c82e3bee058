// Roles in words: "Focal point: France (11MSP)". For the secretariat, who may see every delegation's name.

import { Localized } from '../../look'
import { useTopic } from '../../live/react'
import { organization } from '../../live/types'
import { useText } from '../../messages'
import type { MeetingsTopic, RegistrationsTopic, RoleGrant } from '../../wire'

export function RoleWords({ roles }: { roles: RoleGrant[] }) {
  const t = useText()
  if (roles.length === 0) return <>{t('accounts.no_roles')}</>
  return (
    <>
      {roles.map((grant, i) => (
        <span key={i}>
          {i > 0 && ', '}
          {t(`role.${grant.role}`)}
          <Scope grant={grant} />
          {grant.member !== undefined && <> · {t('accounts.with_application')}</>}
        </span>
      ))}
    </>
  )
}

/** For which delegation and meeting; by their ids where nothing more is known of them. */
function Scope({ grant: { meeting, delegation } }: { grant: RoleGrant }) {
  const named = delegation === undefined ? null : 'registrations@secretariat'
  const { state: registrations } = useTopic<RegistrationsTopic>(meeting ?? '', meeting === undefined ? null : named)
  const { state: meetings } = useTopic<MeetingsTopic>(organization, meeting === undefined ? null : 'meetings')
  return (
    <>
      {delegation !== undefined && (
        <>
          : <Localized of={registrations?.delegations[delegation]?.name ?? { und: delegation }} />
        </>
      )}
      {meeting !== undefined && (
        <>
          {' '}
          (<Localized of={meetings?.meetings[meeting]?.short_name ?? { und: meeting }} />)
        </>
      )}
    </>
  )
}

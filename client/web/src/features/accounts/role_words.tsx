// Roles in words: "Focal point of FRA".

import { useText } from '../../messages'
import type { RoleGrant } from '../../wire'

export function RoleWords({ roles }: { roles: RoleGrant[] }) {
  const t = useText()
  if (roles.length === 0) return <>{t('accounts.no_roles')}</>
  return (
    <>
      {roles.map(({ role, meeting, delegation }, i) => (
        <span key={i}>
          {i > 0 && ', '}
          {t(`role.${role}`)}
          {delegation !== undefined && (
            <>
              {' '}
              <bdi>{delegation}</bdi>
            </>
          )}
          {meeting !== undefined && (
            <>
              {' '}
              (<bdi>{meeting}</bdi>)
            </>
          )}
        </span>
      ))}
    </>
  )
}

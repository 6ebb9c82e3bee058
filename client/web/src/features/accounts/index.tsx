// Accounts: who may sign in, with which roles, and where they are signed in.

import { useMemo } from 'react'
import { useRights } from '../../app/meeting'
import { Link, useQueryValue } from '../../app/router'
import type { ScreenProps } from '../../app/routes'
import { ButtonLink, Empty, ScreenTitle, Skeleton, Tag, TextField } from '../../look'
import { useTopic } from '../../live/react'
import { organization } from '../../live/types'
import { useSpeech } from '../../messages'
import type { AccountsTopic } from '../../wire'
import { AccountDetail, NewAccount } from './detail'
import { RoleWords } from './role_words'

export default function Accounts({ at }: ScreenProps) {
  const { t } = useSpeech()
  const { secretariat } = useRights()
  const { state, refused } = useTopic<AccountsTopic>(organization, secretariat ? 'accounts@secretariat' : null)
  if (!secretariat || refused !== null) return <p role="alert">{t('error.forbidden')}</p>
  const chosen = at.account
  const account = chosen === undefined ? undefined : state?.accounts[chosen]
  return (
    <div className="stack">
      <div className="row apart">
        <ScreenTitle title={t('place.accounts')}>{t('place.accounts')}</ScreenTitle>
        <ButtonLink kind="primary" to="/accounts/new">
          {t('accounts.add')}
        </ButtonLink>
      </div>
      {state === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <div className={`desk${chosen === undefined ? '' : ' open'}`}>
          <div className="list stack">
            <List accounts={state} chosen={chosen} />
          </div>
          <div className="detail">
            {chosen === undefined && <p className="muted">{t('accounts.choose')}</p>}
            {chosen === 'new' && <NewAccount />}
            {chosen !== undefined && chosen !== 'new' && account === undefined && <p role="alert">{t('error.not_found')}</p>}
            {chosen !== undefined && account !== undefined && <AccountDetail key={chosen} id={chosen} account={account} />}
          </div>
        </div>
      )}
    </div>
  )
}

function List({ accounts, chosen }: { accounts: AccountsTopic; chosen: string | undefined }) {
  const { t, locale } = useSpeech()
  const [text, setText] = useQueryValue('q')
  const sorted = useMemo(() => {
    const collator = new Intl.Collator(locale)
    return Object.entries(accounts.accounts).sort(([, a], [, b]) =>
      collator.compare(a.details?.name ?? '', b.details?.name ?? ''),
    )
  }, [accounts, locale])
  const wanted = text.toLocaleLowerCase(locale)
  const found = sorted.filter(([, { details, roles }]) =>
    [details?.name, details?.email, ...roles.map((r) => r.delegation)].some((v) => v?.toLocaleLowerCase(locale).includes(wanted) ?? wanted === ''),
  )
  return (
    <>
      <TextField label={t('look.search')} type="search" value={text} onChange={setText} optional />
      {found.length === 0 && <Empty>{t('accounts.none_found')}</Empty>}
      <ul className="lines windowed">
        {found.map(([id, account]) => (
          <li key={id}>
            <Link
              to={`/accounts/${encodeURIComponent(id)}${location.search}`}
              className="row-link"
              aria-current={chosen === id ? 'true' : undefined}
              data-row
            >
              <bdi className="strong">{account.details?.name ?? t('member.erased')}</bdi>{' '}
              {account.closed && <Tag tone="bad">{t('accounts.closed')}</Tag>}
              <br />
              <span className="muted small">
                <bdi>{account.details?.email}</bdi> · <RoleWords roles={account.roles} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

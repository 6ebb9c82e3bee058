// One account: details and roles, a sign-in link, its sessions, closing it.

import { useState } from 'react'
import { useAct } from '../../app/commands'
import { Link, navigate } from '../../app/router'
import { Button, Disclosure, Moment, say, TextField, useForm } from '../../look'
import type { Values } from '../../look/form_state'
import { useAsk, useGive } from '../../live/react'
import { useSpeech } from '../../messages'
import type { Account } from '../../wire'
import { Sessions } from '../more/sessions'
import { AccountForm, accountCheck, toAccount, toAccountValues } from './account_form'

export function NewAccount() {
  const { t, language } = useSpeech()
  const give = useGive()
  const form = useForm<Values>({
    name: 'account.new',
    initial: toAccountValues(undefined, language),
    check: accountCheck(t),
    send: async (values) => {
      const { account } = await give('accounts.add', toAccount(values))
      navigate(`/accounts/${encodeURIComponent(account)}`, { replace: true })
    },
  })
  return (
    <div className="stack">
      <h2>{t('accounts.add')}</h2>
      <AccountForm form={form} submit={t('accounts.add')} />
    </div>
  )
}

export function AccountDetail({ id, account }: { id: string; account: Account }) {
  const { t } = useSpeech()
  const give = useGive()
  const { busy, act } = useAct()
  return (
    <article className="stack">
      <Link to="/accounts" className="only-narrow">
        {t('look.back')}
      </Link>
      <h2>
        <bdi>{account.details?.name ?? t('member.erased')}</bdi>
      </h2>
      {account.closed && <p>{t('accounts.is_closed')}</p>}
      {!account.closed && <SignInLink id={id} />}
      {!account.closed && account.details !== undefined && <Change id={id} account={account} />}
      <Sessions account={id} />
      {!account.closed && (
        <Disclosure title={t('accounts.close')}>
          <div className="stack">
            <p>{t('accounts.close_explain')}</p>
            <div>
              <Button
                kind="danger"
                busy={busy}
                onPress={() => void act(() => give('accounts.close', { account: id }), t('accounts.done_close'))}
              >
                {t('accounts.close')}
              </Button>
            </div>
          </div>
        </Disclosure>
      )}
    </article>
  )
}

function Change({ id, account }: { id: string; account: Account }) {
  const { t, language } = useSpeech()
  const give = useGive()
  const form = useForm<Values>({
    name: `account.${id}`,
    initial: toAccountValues(account, language),
    version: account.version,
    check: accountCheck(t),
    send: (values, version) =>
      give('accounts.change', { account: id, version, ...toAccount(values) }),
    onSent: () => say(t('accounts.saved'), 'good'),
  })
  return <AccountForm form={form} submit={t('look.save')} />
}

/** A link that signs its holder in once; it is shown here, to be passed on. */
function SignInLink({ id }: { id: string }) {
  const { t } = useSpeech()
  const ask = useAsk()
  const { busy, act } = useAct()
  const [link, setLink] = useState<{ token: string; expires: string } | null>(null)
  const make = () =>
    act(async () => setLink(await ask('accounts.make_link', { account: id })))
  const address = link === null ? '' : `${location.origin}/link/${link.token}`
  return (
    <div className="stack tight">
      <div>
        <Button busy={busy} onPress={() => void make()}>
          {t('accounts.make_link')}
        </Button>
      </div>
      {link !== null && (
        <>
          <TextField label={t('accounts.link')} value={address} onChange={() => {}} dir="ltr" />
          <p className="muted small">
            {t('accounts.link_until')} <Moment at={link.expires} />
          </p>
        </>
      )}
    </div>
  )
}

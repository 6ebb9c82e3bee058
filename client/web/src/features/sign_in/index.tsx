// Signing in with a password.

import { navigate, useQuery } from '../../app/router'
import { useSession } from '../../app/session'
import { bind, Form, ScreenTitle, TextField, useForm } from '../../look'
import { useText } from '../../messages'

export default function SignIn() {
  const t = useText()
  const { signIn } = useSession()
  const next = useNext()
  const form = useForm({
    name: 'sign-in',
    keep: false,
    initial: { email: '', password: '' },
    check: ({ email, password }) => ({
      email: email.includes('@') ? undefined : t('sign_in.email_wrong'),
      password: password === '' ? t('error.missing_field') : undefined,
    }),
    send: ({ email, password }) => signIn(email.trim().toLowerCase(), password),
    onSent: () => navigate(next, { replace: true }),
  })
  return (
    <div className="stack">
      <ScreenTitle title={t('frame.sign_in')}>{t('frame.sign_in')}</ScreenTitle>
      <p>{t('sign_in.explain')}</p>
      <Form form={form} submit={t('frame.sign_in')} labels={{ email: t('sign_in.email'), password: t('sign_in.password') }}>
        <TextField {...bind(form, 'email')} label={t('sign_in.email')} type="email" autoComplete="username" />
        <TextField
          {...bind(form, 'password')}
          label={t('sign_in.password')}
          type="password"
          autoComplete="current-password"
        />
      </Form>
      <p className="muted">{t('sign_in.no_account')}</p>
    </div>
  )
}

/** Where to go afterwards: an address of this app, never another's. */
function useNext(): string {
  const next = useQuery().get('next') ?? '/'
  return next.startsWith('/') && !next.startsWith('//') ? next : '/'
}

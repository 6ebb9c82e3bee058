// Setting my own password.

import { bind, Form, say, TextField, useForm } from '../../look'
import { useAsk } from '../../live/react'
import { useText } from '../../messages'

const shortest = 10

export function Password({ hasPassword }: { hasPassword: boolean }) {
  const t = useText()
  const ask = useAsk()
  const form = useForm({
    name: 'password',
    keep: false,
    initial: { old_password: '', new_password: '' },
    check: ({ new_password }) => ({
      new_password: new_password.length < shortest ? t('password.too_short', { count: shortest }) : undefined,
    }),
    send: ({ old_password, new_password }) =>
      ask('accounts.set_password', old_password === '' ? { new_password } : { old_password, new_password }),
    onSent: () => say(t('password.done'), 'good'),
  })
  const labels = { old_password: t('password.old'), new_password: t('password.new') }
  return (
    <section className="stack">
      <h2>{t('password.title')}</h2>
      <Form form={form} submit={t('password.set')} labels={labels}>
        {hasPassword && (
          <TextField
            {...bind(form, 'old_password')}
            label={labels.old_password}
            hint={t('password.old_hint')}
            type="password"
            autoComplete="current-password"
            optional
          />
        )}
        <TextField
          {...bind(form, 'new_password')}
          label={labels.new_password}
          hint={t('password.hint', { count: shortest })}
          type="password"
          autoComplete="new-password"
        />
      </Form>
    </section>
  )
}

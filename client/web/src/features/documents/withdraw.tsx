// Taking a published document back, and beginning a revision of it.

import { useCommand } from '../../app/commands'
import { bind, Form, say, TextField, useForm } from '../../look'
import { useText } from '../../messages'
import type { Document } from '../../wire'

export function Withdraw({ id }: { id: string }) {
  const t = useText()
  const command = useCommand()
  const form = useForm({
    name: `withdraw.${id}`,
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() === '' ? t('error.missing_field') : undefined }),
    send: ({ reason }) => command('documents.withdraw', { document: id, reason: reason.trim() }),
    onSent: () => say(t('document.done_withdraw'), 'good'),
  })
  return (
    <Form form={form} submit={t('document.withdraw')} labels={{ reason: t('document.reason') }}>
      <TextField {...bind(form, 'reason')} label={t('document.reason')} hint={t('document.reason_hint')} rows={3} />
    </Form>
  )
}

export function Revise({ id, document }: { id: string; document: Document }) {
  const t = useText()
  const command = useCommand()
  const form = useForm({
    name: `revise.${id}`,
    initial: { symbol: '' },
    send: ({ symbol }) =>
      command('documents.revise', { document: id, ...(symbol.trim() === '' ? {} : { symbol: symbol.trim() }) }),
    onSent: () => say(t('document.done_revise'), 'good'),
  })
  const now = document.current?.symbol ?? document.details.symbol
  return (
    <Form form={form} submit={t('document.revise')} labels={{ symbol: t('document.revision_symbol') }}>
      <TextField
        {...bind(form, 'symbol')}
        label={t('document.revision_symbol')}
        hint={t('document.revision_symbol_hint', { symbol: now ?? '' })}
        dir="ltr"
        optional
      />
    </Form>
  )
}

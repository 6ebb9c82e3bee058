// The funds out of which sponsorship is paid.

import { useState } from 'react'
import { useAct, useCommand } from '../../app/commands'
import { useMeetingDetails, useRights } from '../../app/meeting'
import { bindText, Button, Empty, Form, Localized, Money, say, TextField, TextsFields, useForm } from '../../look'
import { gatherTexts, spreadTexts, type Values } from '../../look/form_state'
import { useTextLanguages } from '../../look/texts_fields'
import { newId } from '../../live/new_id'
import { useSpeech } from '../../messages'
import type { Fund } from '../../wire'
import { formatAmount, readAmount } from './amount'

export function Funds({ funds }: { funds: Record<string, Fund> }) {
  const { t } = useSpeech()
  const rights = useRights()
  const [editing, setEditing] = useState<string | null>(null)
  const all = Object.entries(funds)
  return (
    <section className="stack">
      <h2>{t('funds.title')}</h2>
      {all.length === 0 && <Empty>{t('funds.empty')}</Empty>}
      <ul className="lines">
        {all.map(([id, fund]) => (
          <li key={id} style={{ paddingBlock: 'var(--space-2)' }}>
            {editing === id ? (
              <FundForm id={id} fund={fund} onDone={() => setEditing(null)} />
            ) : (
              <FundLine id={id} fund={fund} onEdit={rights.secretariat ? () => setEditing(id) : undefined} />
            )}
          </li>
        ))}
      </ul>
      {rights.secretariat && editing === null && (
        <div>
          <Button onPress={() => setEditing('new')}>{t('funds.add')}</Button>
        </div>
      )}
      {editing === 'new' && <FundForm id={null} fund={undefined} onDone={() => setEditing(null)} />}
    </section>
  )
}

function FundLine({ id, fund, onEdit }: { id: string; fund: Fund; onEdit: (() => void) | undefined }) {
  const { t } = useSpeech()
  const command = useCommand()
  const { busy, act } = useAct()
  const { version, ...details } = fund
  const remove = () =>
    act(
      () => command('sponsorship.remove_fund', { fund: id, version }),
      t('funds.removed'),
      () => command('sponsorship.put_fund', { version: 0, details: { id, ...details } }),
    )
  return (
    <div className="row apart">
      <span>
        <span className="strong">
          <Localized of={fund.name} />
        </span>{' '}
        <Money centimes={fund.amount} />
        {fund.earmark !== '' && (
          <>
            <br />
            <bdi className="muted">{fund.earmark}</bdi>
          </>
        )}
      </span>
      {onEdit !== undefined && (
        <span className="row">
          <Button kind="quiet" onPress={onEdit}>
            {t('funds.change')}
          </Button>
          <Button kind="quiet" busy={busy} onPress={() => void remove()}>
            {t('funds.remove')}
          </Button>
        </span>
      )}
    </div>
  )
}

function FundForm({ id, fund, onDone }: { id: string | null; fund: Fund | undefined; onDone(): void }) {
  const { t } = useSpeech()
  const command = useCommand()
  const languages = useTextLanguages()
  const currency = useMeetingDetails()?.currency ?? ''
  const form = useForm<Values>({
    name: `fund.${id ?? 'new'}`,
    initial: {
      amount: formatAmount(fund?.amount),
      earmark: fund?.earmark ?? '',
      ...spreadTexts('name', fund?.name ?? {}, languages),
    },
    ...(fund === undefined ? {} : { version: fund.version }),
    check: (values) => ({
      amount: (readAmount(String(values.amount)) ?? 0) > 0 ? undefined : t('sponsorship.amount_wrong'),
      [`name.${languages[0]}`]:
        Object.keys(gatherTexts('name', values)).length === 0 ? t('error.missing_field') : undefined,
    }),
    send: (values, version) =>
      command('sponsorship.put_fund', {
        version,
        details: {
          id: id ?? `fund-${newId().slice(0, 8)}`,
          name: gatherTexts('name', values),
          amount: readAmount(String(values.amount)) ?? 0,
          earmark: String(values.earmark).trim(),
        },
      }),
    onSent: () => {
      say(t('funds.saved'), 'good')
      onDone()
    },
  })
  const labels = { amount: t('funds.amount'), earmark: t('funds.earmark') }
  return (
    <Form form={form} submit={t('look.save')} labels={labels} more={<Button onPress={onDone}>{t('look.cancel')}</Button>}>
      <TextsFields form={form} field="name" label={t('funds.name')} />
      <TextField {...bindText(form, 'amount')} label={`${labels.amount} (${currency})`} dir="ltr" inputMode="decimal" />
      <TextField {...bindText(form, 'earmark')} label={labels.earmark} hint={t('funds.earmark_hint')} optional />
    </Form>
  )
}

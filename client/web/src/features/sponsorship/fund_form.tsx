// The form of a fund: its amount, and for whom and for what the donor gave it, in words and for the rule.

import { useCommand } from '../../app/commands'
import { useMeetingDetails } from '../../app/meeting'
import { bind, bindText, Button, CheckboxGroup, Form, say, TextField, TextsFields, useForm } from '../../look'
import { gatherTexts, spreadTexts, type Values } from '../../look/form_state'
import { useTextLanguages } from '../../look/texts_fields'
import { newId } from '../../live/new_id'
import { useSpeech } from '../../messages'
import type { Fund } from '../../wire'
import { useWholeTerms } from '../terms/topics'
import { formatAmount, readAmount } from './amount'
import { ConditionEditor, useVocabulary } from './condition'
import type { Condition } from './condition_words'
import { kindsPaid } from './paying'
import { useCostName } from './standing_words'

export function FundForm({ id, fund, onDone }: { id: string | null; fund: Fund | undefined; onDone(): void }) {
  const { t } = useSpeech()
  const command = useCommand()
  const costName = useCostName()
  const languages = useTextLanguages()
  const details = useMeetingDetails()
  const known = useVocabulary(useWholeTerms()?.terms)
  const all_kinds = [...new Set([...(details?.cost_kinds ?? []), ...(fund?.kinds ?? [])])]
  const form = useForm<Values>({
    name: `fund.${id ?? 'new'}`,
    initial: {
      amount: formatAmount(fund?.amount),
      earmark: fund?.earmark ?? '',
      who: JSON.stringify(fund?.who ?? {}),
      kinds: fund?.kinds ?? all_kinds,
      ...spreadTexts('name', fund?.name ?? {}, languages),
    },
    ...(fund === undefined ? {} : { version: fund.version }),
    check: (values) => ({
      amount: (readAmount(String(values.amount)) ?? 0) > 0 ? undefined : t('sponsorship.amount_wrong'),
      kinds: (values.kinds as string[]).length === 0 ? t('funds.no_kinds') : undefined,
      [`name.${languages[0]}`]:
        Object.keys(gatherTexts('name', values)).length === 0 ? t('error.missing_field') : undefined,
    }),
    send: (values, version) => {
      const who = JSON.parse(String(values.who)) as Condition
      const kinds = kindsPaid(values.kinds as string[], all_kinds)
      return command('sponsorship.put_fund', {
        version,
        details: {
          id: id ?? `fund-${newId().slice(0, 8)}`,
          name: gatherTexts('name', values),
          amount: readAmount(String(values.amount)) ?? 0,
          earmark: String(values.earmark).trim(),
          ...(Object.keys(who).length === 0 ? {} : { who }),
          ...(kinds === undefined ? {} : { kinds }),
        },
      })
    },
    onSent: () => {
      say(t('funds.saved'), 'good')
      onDone()
    },
  })
  const labels = { amount: t('funds.amount'), earmark: t('funds.earmark'), who: t('funds.who'), kinds: t('funds.kinds') }
  return (
    <Form form={form} submit={t('look.save')} labels={labels} more={<Button onPress={onDone}>{t('look.cancel')}</Button>}>
      <TextsFields form={form} field="name" label={t('funds.name')} />
      <TextField {...bindText(form, 'amount')} label={`${labels.amount} (${details?.currency ?? ''})`} dir="ltr" inputMode="decimal" />
      <TextField {...bindText(form, 'earmark')} label={labels.earmark} hint={t('funds.earmark_hint')} optional />
      <ConditionEditor
        label={labels.who}
        known={known}
        value={JSON.parse(String(form.values.who)) as Condition}
        onChange={(who) => form.set('who', JSON.stringify(who))}
        error={form.errors.who}
      />
      <CheckboxGroup
        {...bind(form, 'kinds')}
        value={form.values.kinds as string[]}
        label={labels.kinds}
        options={all_kinds.map((kind) => ({ value: kind, label: costName(kind) }))}
      />
    </Form>
  )
}

// The fields of a document's details, for a new one and for one that is there.

import { useMeetingDetails, useMeetingTopic } from '../../app/meeting'
import { bind, bindText, CheckboxGroup, Form, RadioGroup, Select, TextField, TextsFields, type FormHandle } from '../../look'
import { gatherTexts, spreadTexts, type Errors, type Values } from '../../look/form_state'
import { pick, useSpeech } from '../../messages'
import type { AgendaTopic, Audience, DocumentDetails, MeetingDetails } from '../../wire'

export function toValues(details: DocumentDetails | undefined, languages: readonly string[]): Values {
  return {
    symbol: details?.symbol ?? '',
    kind: details?.kind ?? '',
    audience: details?.audience ?? 'everyone',
    items: details?.items ?? [],
    ...spreadTexts('title', details?.title ?? {}, languages),
  }
}

export function toDetails(values: Values): DocumentDetails {
  const symbol = String(values.symbol).trim()
  return {
    ...(symbol === '' ? {} : { symbol }),
    title: gatherTexts('title', values),
    kind: String(values.kind),
    audience: values.audience as Audience,
    items: values.items as string[],
  }
}

export function useDocumentCheck(): (values: Values) => Errors {
  const { t } = useSpeech()
  const details = useMeetingDetails()
  return (values) => {
    const missing = t('error.missing_field')
    const symbol = String(values.symbol).trim()
    const first = Object.keys(values).find((key) => key.startsWith('title.')) ?? 'title'
    return {
      symbol: symbol !== '' && !fits(symbol, details) ? t('document.symbol_wrong') : undefined,
      kind: values.kind === '' ? missing : undefined,
      [first]: Object.keys(gatherTexts('title', values)).length === 0 ? missing : undefined,
    }
  }
}

function fits(symbol: string, details: MeetingDetails | undefined): boolean {
  try {
    return details === undefined || new RegExp(details.symbol_pattern).test(symbol)
  } catch {
    return true
  }
}

export function DocumentForm({ form, submit }: { form: FormHandle<Values>; submit: string }) {
  const { t, language } = useSpeech()
  const details = useMeetingDetails()
  const { state: agenda } = useMeetingTopic<AgendaTopic>('agenda')
  const labels = { symbol: t('document.symbol'), kind: t('document.kind'), audience: t('document.audience') }
  return (
    <Form form={form} submit={submit} labels={labels}>
      <TextField {...bindText(form, 'symbol')} label={labels.symbol} hint={t('document.symbol_hint')} dir="ltr" optional />
      <TextsFields form={form} field="title" label={t('document.title')} />
      <Select
        {...bindText(form, 'kind')}
        label={labels.kind}
        options={(details?.document_kinds ?? []).map((k) => ({ value: k.id, label: pick(k.name, language).text }))}
      />
      <RadioGroup
        {...bindText(form, 'audience')}
        label={labels.audience}
        options={(['everyone', 'participants', 'secretariat'] as const).map((a) => ({
          value: a,
          label: t(`audience.${a}`),
        }))}
      />
      <CheckboxGroup
        {...bind(form, 'items')}
        value={form.values.items as string[]}
        label={t('document.items')}
        optional
        options={(agenda?.order ?? []).map((item) => ({
          value: item,
          label: `${agenda?.items[item]?.number} ${pick(agenda?.items[item]?.title, language).text}`,
        }))}
      />
    </Form>
  )
}

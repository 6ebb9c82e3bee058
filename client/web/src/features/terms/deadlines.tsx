// When applications close, typed by the meeting's clock, and how long one has to answer an award.

import { useMeetingDetails, useMeetingFacts } from '../../app/meeting'
import { bindText, Form, say, TextField, useForm } from '../../look'
import { dayOf, instantAt, timeOf } from '../../look/days'
import type { Values } from '../../look/form_state'
import { useSpeech } from '../../messages'
import type { SponsorshipTerms } from '../../wire'
import { Deadline } from './deadline'
import { newTerms, partVersion } from './part'

interface DeadlinesProps {
  terms: SponsorshipTerms | undefined
  set(change: Partial<SponsorshipTerms>, fresh: SponsorshipTerms): Promise<unknown>
}

const usual_answer_days = 14

export function Deadlines({ terms, set }: DeadlinesProps) {
  const { t, language } = useSpeech()
  const { zone } = useMeetingFacts()
  const [fare_kind = 'fare'] = useMeetingDetails()?.cost_kinds ?? []
  const form = useForm<Values>({
    name: 'terms.deadlines',
    initial: {
      day: terms === undefined ? '' : dayOf(terms.closes, zone),
      time: terms === undefined ? '23:59' : timeOf(terms.closes, zone),
      answer_days: String(terms?.answer_days ?? usual_answer_days),
    },
    version: partVersion([terms?.closes, terms?.answer_days]),
    check: ({ day, time, answer_days }) => ({
      day: day === '' ? t('error.missing_field') : undefined,
      time: time === '' ? t('error.missing_field') : undefined,
      answer_days: /^[1-9]\d{0,2}$/.test(String(answer_days).trim()) ? undefined : t('terms.number_wrong'),
    }),
    send: ({ day, time, answer_days }) => {
      const change = { closes: instantAt(String(day), String(time), zone), answer_days: Number(answer_days) }
      return set(change, newTerms(change.closes, change.answer_days, fare_kind, { [language]: t('application.whole') }))
    },
    onSent: () => say(t('terms.saved'), 'good'),
  })
  const { day, time } = form.values
  const labels = { day: t('terms.day'), time: t('terms.time'), answer_days: t('terms.answer_days') }
  return (
    <Form form={form} submit={t('terms.save_deadlines')} labels={labels}>
      <div className="row">
        <TextField {...bindText(form, 'day')} label={labels.day} type="date" />
        <TextField {...bindText(form, 'time')} label={labels.time} type="time" />
      </div>
      <p className="muted small">{t('programme.zone', { zone })}</p>
      {day !== '' && time !== '' && (
        <p>
          {t('terms.closes_at')} <Deadline at={instantAt(String(day), String(time), zone)} />
        </p>
      )}
      <TextField {...bindText(form, 'answer_days')} label={labels.answer_days} hint={t('terms.answer_days_hint')} inputMode="numeric" dir="ltr" />
    </Form>
  )
}

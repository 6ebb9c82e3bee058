// One session of the programme of work: day, times, title, items.

import { useCommand } from '../../app/commands'
import { useMeetingDetails, useMeetingFacts } from '../../app/meeting'
import { bind, bindText, Button, CheckboxGroup, Form, say, TextField, TextsFields, useForm } from '../../look'
import { dayOf, instantAt, timeOf } from '../../look/days'
import { gatherTexts, spreadTexts, type Values } from '../../look/form_state'
import { useTextLanguages } from '../../look/texts_fields'
import { pick, useSpeech } from '../../messages'
import type { AgendaSession, AgendaTopic } from '../../wire'

interface SessionFormProps {
  agenda: AgendaTopic
  id?: string
  session?: AgendaSession
  onDone(): void
}

export function SessionForm({ agenda, id, session, onDone }: SessionFormProps) {
  const { t, language } = useSpeech()
  const { zone } = useMeetingFacts()
  const details = useMeetingDetails()
  const command = useCommand()
  const languages = useTextLanguages()
  const missing = t('error.missing_field')
  const form = useForm<Values>({
    name: `session.${id ?? 'new'}`,
    initial: {
      day: session === undefined ? (details?.opens ?? '') : dayOf(session.starts, zone),
      starts: session === undefined ? '10:00' : timeOf(session.starts, zone),
      ends: session === undefined ? '13:00' : timeOf(session.ends, zone),
      items: session?.items ?? [],
      ...spreadTexts('title', session?.title ?? {}, languages),
    },
    ...(session === undefined ? {} : { version: session.version }),
    check: (values) => ({
      day: values.day === '' ? missing : undefined,
      starts: values.starts === '' ? missing : undefined,
      ends: String(values.ends) <= String(values.starts) ? t('programme.ends_wrong') : undefined,
      [`title.${languages[0]}`]: Object.keys(gatherTexts('title', values)).length === 0 ? missing : undefined,
    }),
    send: (values, version) => {
      const at = (time: string) => instantAt(String(values.day), String(values[time]), zone)
      const changed = {
        title: gatherTexts('title', values),
        starts: at('starts'),
        ends: at('ends'),
        items: values.items as string[],
      }
      return id === undefined
        ? command('programme.add', { details: changed })
        : command('programme.change', { session: id, version, details: changed })
    },
    onSent: () => {
      say(t('programme.saved'), 'good')
      onDone()
    },
  })
  const labels = { day: t('programme.day'), starts: t('programme.starts'), ends: t('programme.ends') }
  return (
    <div className="card">
      <Form form={form} submit={t('look.save')} labels={labels} more={<Button onPress={onDone}>{t('look.cancel')}</Button>}>
        <TextField {...bindText(form, 'day')} label={labels.day} type="date" />
        <div className="row">
          <TextField {...bindText(form, 'starts')} label={labels.starts} type="time" />
          <TextField {...bindText(form, 'ends')} label={labels.ends} type="time" />
        </div>
        <p className="muted small">{t('programme.zone', { zone })}</p>
        <TextsFields form={form} field="title" label={t('programme.title')} />
        <CheckboxGroup
          {...bind(form, 'items')}
          value={form.values.items as string[]}
          label={t('programme.items')}
          optional
          options={agenda.order.map((item) => ({
            value: item,
            label: `${agenda.items[item]?.number} ${pick(agenda.items[item]?.title, language).text}`,
          }))}
        />
      </Form>
    </div>
  )
}

// Telling everybody. It cannot be undone, so that it asks for the number of awards.

import { useCommand } from '../../app/commands'
import { useHere } from '../../app/meeting'
import { navigate } from '../../app/router'
import { bind, Form, say, TextField, useForm } from '../../look'
import { useText } from '../../messages'
import type { AllocationOutcome, Application } from '../../wire'
import { isNumber, tellings } from './stages'

interface NotifyProps {
  id: string
  outcome: AllocationOutcome
  applications: Record<string, Application>
}

export function Notify({ id, outcome, applications }: NotifyProps) {
  const t = useText()
  const here = useHere()
  const command = useCommand()
  const { awards, refusals } = tellings(outcome, applications)
  const form = useForm({
    name: `notify.${id}`,
    keep: false,
    initial: { awards: '' },
    check: (values) => ({ awards: isNumber(values.awards, awards) ? undefined : t('decision.notify_wrong', { count: awards }) }),
    send: async () => {
      const told = await command('sponsorship.notify', { proposal: id })
      say(t('decision.notified', { awards: told.awards, refusals: told.refusals }), 'good')
    },
    onSent: () => navigate(here('/sponsorship/awards?view=letters')),
  })
  const labels = { awards: t('decision.notify_type') }
  return (
    <section className="card now stack">
      <h3>{t('decision.notify_title')}</h3>
      <ul className="plain-list">
        <li>{t('decision.notify_awards', { count: awards })}</li>
        <li>{t('decision.notify_refusals', { count: refusals })}</li>
        <li>{t('decision.notify_letters')}</li>
      </ul>
      <p className="strong">{t('decision.notify_final')}</p>
      <Form form={form} submit={t('decision.notify')} labels={labels}>
        <TextField {...bind(form, 'awards')} label={labels.awards} inputMode="numeric" autoComplete="off" dir="ltr" />
      </Form>
    </section>
  )
}

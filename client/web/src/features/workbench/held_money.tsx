// Money that is held for a reserve: for whom, what would fund that person, and its release, which is recorded with a reason.

import { useCommand } from '../../app/commands'
import { Banner, bindText, Form, Money, say, TextField, useForm } from '../../look'
import type { Values } from '../../look/form_state'
import { useSpeech } from '../../messages'
import type { AllocationOutcome, Scenario } from '../../wire'
import { TopUps } from './person'
import type { Voice } from './reasons'
import { countsOf } from './standing'
import { Unfold } from './unfold'

interface HeldMoneyProps {
  outcome: AllocationOutcome
  voice: Voice
  /** The scenario that the result is of, where it is saved as it stands. */
  saved: { id: string; scenario: Scenario } | undefined
}

export function HeldMoney({ outcome, voice, saved }: HeldMoneyProps) {
  const { t } = useSpeech()
  const { held } = outcome
  if (held === undefined) return null
  const { application, top_up, reserve } = held
  return (
    <section className="card stack tight">
      <h3>{t('workbench.held')}</h3>
      <p>
        {t('workbench.held_for', { reserve: voice.names.reserve(reserve) })} <Money centimes={countsOf(outcome).free} />
      </p>
      {application !== undefined && Object.keys(top_up).length > 0 && (
        <div>
          <p>{t('workbench.held_person', { name: voice.names.person(application) })}</p>
          <TopUps top_up={top_up} voice={voice} />
        </div>
      )}
      {saved === undefined ? (
        <p className="muted">{t('workbench.release_saved_only')}</p>
      ) : (
        <Unfold label={t('workbench.release')}>
          {() => <Release {...saved} />}
        </Unfold>
      )}
    </section>
  )
}

function Release({ id, scenario }: { id: string; scenario: Scenario }) {
  const { t } = useSpeech()
  const command = useCommand()
  const form = useForm<Values>({
    name: `release.${id}`,
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: String(reason).trim() === '' ? t('error.missing_field') : undefined }),
    send: ({ reason }) =>
      command('sponsorship.release_money', { scenario: id, version: scenario.version, reason: String(reason).trim() }),
    onSent: () => say(t('workbench.released'), 'good'),
  })
  const label = t('workbench.release_reason')
  return (
    <Form form={form} submit={t('workbench.release_now')} labels={{ reason: label }}>
      <TextField {...bindText(form, 'reason')} label={label} hint={t('workbench.release_hint')} rows={3} />
    </Form>
  )
}

/** Said where the money was released. */
export function Released({ scenario }: { scenario: Scenario }) {
  const { t } = useSpeech()
  if (scenario.release_reason === undefined) return null
  return (
    <Banner>
      {t('workbench.was_released')} <bdi>{scenario.release_reason}</bdi>
    </Banner>
  )
}

// Choosing the saved scenario that is proposed.

import { useServerTime } from '../../app/clock'
import { useCommand } from '../../app/commands'
import { useHere, useMeetingTopic } from '../../app/meeting'
import { Link } from '../../app/router'
import { Banner, bind, Form, Moment, RadioGroup, say, Skeleton, useForm } from '../../look'
import { Refusal } from '../../live/types'
import { useText, type MessageKey } from '../../messages'
import type { AllocationsTopic, Proposal, PublishedTermsTopic, Scenario } from '../../wire'
import { whyNotPropose } from './stages'

const minute = 60_000

export function Propose({ allocations, replaces }: { allocations: AllocationsTopic; replaces: Proposal | undefined }) {
  const t = useText()
  const here = useHere()
  const now = useServerTime(minute)
  const terms = useMeetingTopic<PublishedTermsTopic>('sponsorship').state
  if (terms === undefined) return <Skeleton lines={2} />
  const scenarios = Object.entries(allocations.scenarios).sort(([, a], [, b]) => b.changed.localeCompare(a.changed))
  const obstacle = whyNotPropose(terms, now)
  if (obstacle !== null) {
    return (
      <Banner tone="warn">
        {t(`decision.obstacle_${obstacle}`)}{' '}
        {obstacle === 'still_open' && terms.closes !== undefined && <Moment at={terms.closes} />}{' '}
        <Link to={here('/sponsorship/terms')}>{t('decision.to_terms')}</Link>
      </Banner>
    )
  }
  if (scenarios.length === 0) {
    return (
      <p>
        {t('decision.no_scenarios')} <Link to={here('/sponsorship/workbench')}>{t('decision.to_workbench')}</Link>
      </p>
    )
  }
  return <ProposeForm scenarios={scenarios} replaces={replaces} />
}

function ProposeForm({ scenarios, replaces }: { scenarios: [string, Scenario][]; replaces: Proposal | undefined }) {
  const t = useText()
  const command = useCommand()
  const form = useForm({
    name: 'propose',
    keep: false,
    initial: { scenario: scenarios.length === 1 ? (scenarios[0]?.[0] ?? '') : '' },
    check: ({ scenario }) => ({ scenario: scenario === '' ? t('decision.choose_scenario') : undefined }),
    send: async ({ scenario: id }) => {
      const scenario = scenarios.find(([one]) => one === id)?.[1]
      await command('sponsorship.propose', { scenario: id, version: scenario?.version ?? 0 }).catch((error: unknown) => {
        throw error instanceof Refusal && error.code === 'not_now' ? inWords(error, t(whyRefused(error, scenario))) : error
      })
    },
    onSent: () => say(t('decision.proposed'), 'good'),
  })
  const labels = { scenario: t('decision.scenario') }
  const options = scenarios.map(([value, { name, changed }]) => ({
    value,
    label: name,
    hint: (
      <>
        {t('decision.scenario_saved')} <Moment at={changed} form="short" />
      </>
    ),
  }))
  return (
    <Form form={form} submit={replaces === undefined ? t('decision.propose') : t('decision.propose_instead')} labels={labels}>
      <RadioGroup {...bind(form, 'scenario')} label={labels.scenario} hint={t('decision.propose_hint')} options={options} />
    </Form>
  )
}

/** What a proposal that is refused for now waits for. */
function whyRefused({ problems }: Refusal, scenario: Scenario | undefined): MessageKey {
  if (problems[0]?.path === '') return 'decision.propose_not_now'
  const unexplained = scenario?.setup.policy.release === 'unpayable' && scenario.release_reason === undefined
  return unexplained ? 'decision.propose_no_reason' : 'decision.propose_overcommitted'
}

/** The same refusal in words that no catalogue of codes has. */
function inWords({ code }: Refusal, words: string): Refusal {
  return new Refusal([{ code: `propose_${code}`, path: '', words, values: {} }])
}

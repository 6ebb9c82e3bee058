// The record of what was tried: who ran the rule, when, on what.

import { useMeetingTopic } from '../../app/meeting'
import { Moment, Skeleton, Tag } from '../../look'
import { useText } from '../../messages'
import type { Scenario, Trial, TrialsTopic } from '../../wire'
import { ShortHash } from './hash'
import { useCommitteeNames } from './names'

export function TrialList({ scenarios }: { scenarios: Record<string, Scenario> }) {
  const t = useText()
  const { state } = useMeetingTopic<TrialsTopic>('allocation.trials@committee')
  const nameOf = useCommitteeNames(state?.newest.map(({ by }) => by) ?? [])
  if (state === undefined) return <Skeleton lines={4} />
  const what = ({ scenario }: Trial) => {
    if (scenario === undefined) return t('trials.unsaved')
    return scenarios[scenario]?.name ?? t('trials.removed')
  }
  return (
    <section className="stack tight">
      <p className="muted">{t('trials.explain', { count: state.count, shown: state.newest.length })}</p>
      <ul className="lines">
        {state.newest.map((trial, i) => (
          <li key={state.count - i} className="seat-row">
            <span>
              <bdi className="strong">{nameOf(trial.by)}</bdi> <Moment at={trial.at} form="short" />
              <br />
              <bdi className="muted">{what(trial)}</bdi>
            </span>
            <span className="row tight">
              {trial.provisional && <Tag tone="warn">{t('trials.provisional')}</Tag>}
              <span>{t('trials.seats', { count: trial.granted })}</span>
              <ShortHash of={trial.hash} />
            </span>
          </li>
        ))}
      </ul>
      {state.newest.length === 0 && <p>{t('trials.empty')}</p>}
    </section>
  )
}

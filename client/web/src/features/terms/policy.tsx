// The published policy, to read; and publishing that of a scenario in its place.

import { useState } from 'react'
import { useAct } from '../../app/commands'
import { useMeetingTopic } from '../../app/meeting'
import { Button, Disclosure, Moment, Select } from '../../look'
import { useSpeech } from '../../messages'
import type { AllocationsTopic } from '../../wire'
import { useVocabulary } from '../sponsorship/condition'
import { partVersion } from './part'
import { PolicyWords } from './policy_words'
import type { PartProps } from './set_terms'

export function Policy({ terms, set }: PartProps) {
  const { t } = useSpeech()
  const known = useVocabulary(terms)
  return (
    <>
      <PolicyWords policy={terms.policy} known={known} />
      <Disclosure title={t('terms.publish_policy')}>
        <PublishPolicy terms={terms} set={set} />
      </Disclosure>
    </>
  )
}

function PublishPolicy({ terms, set }: PartProps) {
  const { t } = useSpeech()
  const { busy, act } = useAct()
  const known = useVocabulary(terms)
  const [chosen, setChosen] = useState('')
  const { state } = useMeetingTopic<AllocationsTopic>('allocation@committee')
  const scenarios = Object.entries(state?.scenarios ?? {})
  const scenario = state?.scenarios[chosen]
  const policy = scenario?.setup.policy
  if (scenarios.length === 0) return <p className="muted">{t('terms.no_scenarios')}</p>
  const before = terms.policy
  const publish = () =>
    policy !== undefined && act(() => set({ policy }), t('terms.policy_published'), () => set({ policy: before }))
  return (
    <div className="stack">
      <Select
        label={t('terms.scenario')}
        hint={t('terms.scenario_hint')}
        value={chosen}
        onChange={setChosen}
        options={scenarios.map(([value, { name }]) => ({ value, label: name }))}
      />
      {scenario !== undefined && policy !== undefined && (
        <div className="card stack">
          <p className="muted small">
            <Moment at={scenario.changed} form="short" />
          </p>
          {partVersion(policy) === partVersion(before) && <p>{t('terms.same_policy')}</p>}
          <PolicyWords policy={policy} known={known} />
          <div>
            <Button kind="primary" busy={busy} onPress={() => void publish()}>
              {t('terms.publish_this')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

// The policy of a proposal: what differs from the published one, and all of it in words.

import { Disclosure } from '../../look'
import { pick, useSpeech } from '../../messages'
import type { AllocationPolicy, SponsorshipTerms, SponsorshipTopic } from '../../wire'
import { ConditionWords, useVocabulary } from '../sponsorship/condition'
import type { Vocabulary } from '../sponsorship/condition_words'
import { policyChanges, type RulePart, type Setting } from './policy_changes'
import { changeWords, ruleWords, settingWords } from './policy_words'

interface PolicyViewProps {
  policy: AllocationPolicy
  terms: SponsorshipTerms | undefined
  sponsorship: SponsorshipTopic
}

const settings: Setting[] = ['rounds', 'precedence', 'release', 'contingency_bp']
const parts: RulePart[] = ['reserves', 'caps', 'gates', 'points']

export function PolicyView({ policy, terms, sponsorship }: PolicyViewProps) {
  const speech = useSpeech()
  const known = useVocabulary(terms)
  const { t, language } = speech
  const changes = terms === undefined ? [] : policyChanges(terms.policy, policy)
  const nameOf = (delegation: string) => {
    const one = Object.values(sponsorship.applications).find((application) => application.delegation === delegation)
    return pick(one?.delegation_name, language).text || delegation
  }
  return (
    <section className="stack tight">
      <h3>{t('decision.policy')}</h3>
      {changes.length === 0 && <p>{t('decision.policy_as_published')}</p>}
      {changes.length > 0 && (
        <>
          <p className="strong">{t('decision.policy_differs', { count: changes.length })}</p>
          <ul className="plain-list">
            {changes.map((change) => changeWords(change, policy, { delegation: nameOf, known }, speech)).map((text) => (
              <li key={text}>
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <Disclosure title={t('decision.policy_whole')}>
        <div className="stack">
          <ul className="plain-list">
            {settings.map((part) => (
              <li key={part}>{settingWords(part, policy, speech)}</li>
            ))}
            <li>{t('decision.policy_usual', { count: policy.state_cap.usual })}</li>
            {Object.entries(policy.state_cap.overrides).map(([delegation, count]) => (
              <li key={delegation}>{t('decision.change_override', { name: nameOf(delegation), count })}</li>
            ))}
          </ul>
          {parts.map((part) => (
            <RuleList key={part} part={part} policy={policy} known={known} />
          ))}
        </div>
      </Disclosure>
    </section>
  )
}

function RuleList({ part, policy, known }: { part: RulePart; policy: AllocationPolicy; known: Vocabulary }) {
  const speech = useSpeech()
  if (policy[part].length === 0) return null
  return (
    <div className="stack tight">
      <h4>{speech.t(`decision.policy_${part}`)}</h4>
      <ul className="plain-list">
        {policy[part].map((rule) => (
          <li key={rule.id}>
            <bdi>{ruleWords(rule, speech)}</bdi>{' '}
            <span className="muted small">
              (<ConditionWords of={rule.who} known={known} />)
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

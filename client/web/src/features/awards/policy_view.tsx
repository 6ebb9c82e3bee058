// The policy of a proposal: what differs from the published one, and all of it in words.

import { Disclosure } from '../../look'
import { pick, useSpeech } from '../../messages'
import type { AllocationPolicy, SponsorshipTerms, SponsorshipTopic } from '../../wire'
import { useVocabulary } from '../sponsorship/condition'
import { PolicyWords } from '../terms/policy_words'
import { policyChanges } from './policy_changes'
import { changeWords } from './policy_words'

interface PolicyViewProps {
  policy: AllocationPolicy
  terms: SponsorshipTerms | undefined
  sponsorship: SponsorshipTopic
}

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
        <PolicyWords policy={policy} known={known} />
      </Disclosure>
    </section>
  )
}

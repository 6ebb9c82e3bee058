// A policy in words, as everybody may read it: what counts, how many, in which order, and what happens with the money.

import { Localized } from '../../look'
import { pick, useSpeech } from '../../messages'
import type { AllocationPolicy, ReserveRule } from '../../wire'
import { conditionWords, type Vocabulary } from '../sponsorship/condition_words'

interface PolicyWordsProps {
  policy: AllocationPolicy
  known: Vocabulary
}

export function PolicyWords({ policy, known }: PolicyWordsProps) {
  const { t, locale } = useSpeech()
  const { rounds, precedence, release, contingency_bp, state_cap } = policy
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(contingency_bp / 10_000)
  const overrides = Object.entries(state_cap.overrides)
  return (
    <div className="stack">
      <Rules title={t('terms.policy_gates')} empty={t('terms.policy_no_gates')} rules={policy.gates} known={known} />
      <Points policy={policy} known={known} />
      <section className="stack tight">
        <h3>{t('terms.policy_order')}</h3>
        <ul className="bullets">
          <li>{t(rounds ? 'terms.policy_rounds' : 'terms.policy_no_rounds')}</li>
          <li>{t('terms.policy_ties')}</li>
          <li>
            {t('terms.policy_state_cap', { count: state_cap.usual })}
          </li>
          {overrides.length > 0 && (
            <li>
              {t('terms.policy_exceptions')}{' '}
              <bdi>{new Intl.ListFormat(locale).format(overrides.map(([id, count]) => `${id} ${count}`))}</bdi>
            </li>
          )}
        </ul>
      </section>
      <section className="stack tight">
        <h3>{t('terms.policy_reserves')}</h3>
        {policy.reserves.length === 0 && <p className="muted">{t('terms.policy_no_reserves')}</p>}
        <ol className="bullets">
          {policy.reserves.map((reserve) => (
            <li key={reserve.id}>
              <Localized of={reserve.label} />: <Floor reserve={reserve} /> <Who rule={reserve} known={known} />
            </li>
          ))}
        </ol>
        {policy.reserves.length > 0 && (
          <>
            <p>{t(`terms.policy_precedence_${precedence}`)}</p>
            <p>{t(`terms.policy_release_${release}`)}</p>
          </>
        )}
      </section>
      {policy.caps.length > 0 && (
        <section className="stack tight">
          <h3>{t('terms.policy_caps')}</h3>
          <ul className="bullets">
            {policy.caps.map(({ id, label, value, who }) => (
              <li key={id}>
                <Localized of={label} />: {t('terms.policy_at_most', { count: value })} <Who rule={{ label, who }} known={known} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>{t('terms.policy_money')}</p>
      {contingency_bp > 0 && <p>{t('terms.policy_contingency', { percent })}</p>}
    </div>
  )
}

interface WhoProps {
  rule: Pick<ReserveRule, 'label' | 'who'>
  known: Vocabulary
}

/** Whom a rule means, where its label does not say so already. */
function Who({ rule: { label, who }, known }: WhoProps) {
  const speech = useSpeech()
  const words = conditionWords(who, known, speech)
  if (words.toLocaleLowerCase() === pick(label, speech.language).text.toLocaleLowerCase()) return null
  return <bdi className="muted small">({words})</bdi>
}

function Floor({ reserve: { kind, value, num, den } }: { reserve: ReserveRule }) {
  const { t } = useSpeech()
  if (kind === 'count') return <>{t('terms.policy_at_least', { count: value ?? 0 })}</>
  return <>{t('terms.policy_share', { num: num ?? 0, den: den ?? 0 })}</>
}

function Points({ policy: { points }, known }: PolicyWordsProps) {
  const { t } = useSpeech()
  return (
    <section className="stack tight">
      <h3>{t('terms.policy_points')}</h3>
      {points.length === 0 ? (
        <p className="muted">{t('terms.policy_no_points')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('terms.policy_for')}</th>
              <th scope="col" className="number">
                {t('terms.policy_pts')}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ id, label, who, pts }) => (
              <tr key={id}>
                <td>
                  <Localized of={label} /> <Who rule={{ label, who }} known={known} />
                </td>
                <td className="number">{pts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface RulesProps {
  title: string
  empty: string
  rules: AllocationPolicy['gates']
  known: Vocabulary
}

function Rules({ title, empty, rules, known }: RulesProps) {
  return (
    <section className="stack tight">
      <h3>{title}</h3>
      {rules.length === 0 && <p className="muted">{empty}</p>}
      <ul className="bullets">
        {rules.map(({ id, label, who }) => (
          <li key={id}>
            <Localized of={label} /> <Who rule={{ label, who }} known={known} />
          </li>
        ))}
      </ul>
    </section>
  )
}

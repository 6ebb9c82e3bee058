// Where an application stands in a word, what was granted, and why not.

import { useMeetingFacts } from '../../app/meeting'
import { Localized, Money, Moment, Tag, type Tone } from '../../look'
import { formatMoney } from '../../look/values'
import { useSpeech } from '../../messages'
import type { Award, CostItem, OwnApplication, PublishedTermsTopic, ToldRefusal } from '../../wire'
import { Deadline } from '../terms/deadline'
import { whyNot } from './refusal_words'
import { standingOf, type Standing } from './standing'

type Told = Pick<OwnApplication, 'award' | 'refusal' | 'state' | 'missing' | 'on_time'>

const tones: Record<Standing, Tone> = {
  withdrawn: 'plain',
  accepted: 'good',
  declined: 'plain',
  cancelled: 'bad',
  awarded: 'good',
  refused: 'bad',
  incomplete: 'warn',
  incomplete_late: 'bad',
  late: 'warn',
  complete: 'act',
}

export function StandingTag({ application, closed }: { application: Told; closed: boolean }) {
  const { t } = useSpeech()
  const standing = standingOf(application, closed)
  return <Tag tone={tones[standing]}>{t(`application.stands_${standing}`)}</Tag>
}

/** Kinds of cost are data of the meeting; the usual ones have names in every language. */
export function useCostName(): (kind: string) => string {
  const { maybe } = useSpeech()
  return (kind) => maybe(`cost.${kind}`) ?? kind
}

export function CostLines({ costs, total }: { costs: readonly CostItem[]; total: number }) {
  const { t } = useSpeech()
  const costName = useCostName()
  return (
    <dl className="facts">
      {costs.map(({ kind, amount }) => (
        <div key={kind} style={{ display: 'contents' }}>
          <dt>{costName(kind)}</dt>
          <dd>
            <Money centimes={amount} />
          </dd>
        </div>
      ))}
      <dt className="strong">{t('sponsorship.total')}</dt>
      <dd className="strong">
        <Money centimes={total} />
      </dd>
    </dl>
  )
}

/** The decision as it was told; nothing before. */
export function Decision({ application, terms }: { application: Told; terms: PublishedTermsTopic | undefined }) {
  const { award, refusal } = application
  if (standingOf(application, false) === 'refused' && refusal !== undefined) return <Refusal refusal={refusal} terms={terms} />
  return award === undefined ? null : <AwardFacts award={award} terms={terms} />
}

function AwardFacts({ award, terms }: { award: Award; terms: PublishedTermsTopic | undefined }) {
  const { t } = useSpeech()
  const { state, answered, answer_by, notified, costs, total } = award
  const name = terms?.packages.find(({ code }) => code === award.package)?.name
  return (
    <div className="stack tight">
      <dl className="facts">
        <dt>{t('sponsorship.package')}</dt>
        <dd>
          <Localized of={name ?? { und: award.package }} />
        </dd>
        <dt>{t('sponsorship.told_on')}</dt>
        <dd>
          <Moment at={notified} />
        </dd>
        {state === 'notified' && (
          <>
            <dt>{t('application.answer_by')}</dt>
            <dd className="strong">
              <Deadline at={answer_by} />
            </dd>
          </>
        )}
        {answered !== undefined && (
          <>
            <dt>{t(`application.stands_${state === 'notified' ? 'awarded' : state}`)}</dt>
            <dd>
              <Moment at={answered} />
            </dd>
          </>
        )}
      </dl>
      <CostLines costs={costs} total={total} />
    </div>
  )
}

function Refusal({ refusal, terms }: { refusal: ToldRefusal; terms: PublishedTermsTopic | undefined }) {
  const { t, language, locale } = useSpeech()
  const { currency } = useMeetingFacts()
  const why = whyNot(refusal, terms?.policy, { t, language, money: (centimes) => formatMoney(centimes, currency, locale) })
  return (
    <div className="stack tight">
      <p>
        <bdi>{why.text}</bdi>
      </p>
      {why.gates.length > 0 && (
        <ul className="bullets">
          {why.gates.map((gate) => (
            <li key={gate}>
              <bdi>{gate}</bdi>
            </li>
          ))}
        </ul>
      )}
      {refusal.place !== undefined && <p>{t('sponsorship.waiting_place', { place: refusal.place })}</p>}
      <p className="muted small">
        {t('sponsorship.told_on')} <Moment at={refusal.notified} />
      </p>
    </div>
  )
}

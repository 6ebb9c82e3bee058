// Somebody in the result: who, and what unfolds beneath.

import type { ReactNode } from 'react'
import { useHere } from '../../app/meeting'
import { Link } from '../../app/router'
import { useSpeech } from '../../messages'
import type { AllocationOutcome } from '../../wire'
import type { Voice } from './reasons'
import { topUpWords } from './reasons'
import { Unfold } from './unfold'

interface PersonLineProps {
  application: string
  /** Before the name: the seat, or the place on the waiting list. */
  number?: ReactNode
  /** Package and amount. */
  what?: ReactNode
  points: number | undefined
  reason: string
  mark?: ReactNode
  voice: Voice
  unfold?: { label: string; content(): ReactNode }
}

export function PersonLine({ application, number, what, points, reason, mark, voice, unfold }: PersonLineProps) {
  const { t } = useSpeech()
  const { names } = voice
  const why = (
    <p className="small">
      {reason} {mark}
    </p>
  )
  return (
    <>
      <span className="seat-number numbers">{number}</span>
      <div className="seat-main">
        <div className="row apart seat-head">
          <span>
            <bdi className="strong">{names.person(application)}</bdi>
            <span className="muted">
              {' · '}
              <bdi>{names.state(application)}</bdi>
            </span>
          </span>
          <span className="numbers">
            {what}
            {what !== undefined && points !== undefined && <span className="muted"> · </span>}
            {points !== undefined && <span className="muted whole">{t('workbench.points_count', { points })}</span>}
          </span>
        </div>
        {unfold === undefined ? (
          why
        ) : (
          <Unfold label={unfold.label} of={names.person(application)} before={why}>
            {unfold.content}
          </Unfold>
        )}
      </div>
    </>
  )
}

interface DetailsProps {
  application: string
  outcome: AllocationOutcome
  voice: Voice
}

/** What counted for somebody, and which funds pay. */
export function PersonDetails({ application, outcome, voice }: DetailsProps) {
  const { t } = useSpeech()
  const here = useHere()
  const { names, money } = voice
  const lines = outcome.points[application]?.lines ?? []
  const payments = outcome.ledger.filter((payment) => payment.application === application)
  return (
    <dl className="facts">
      <dt>{t('workbench.counted')}</dt>
      <dd>{lines.length === 0 ? t('workbench.counted_nothing') : lines.map(names.line).join(' · ')}</dd>
      {payments.length > 0 && (
        <>
          <dt>{t('workbench.paid_by')}</dt>
          <dd>
            {payments.map(({ fund, amount }) => (
              <div key={`${fund} ${amount}`}>
                <bdi>{names.fund(fund)}</bdi> <bdi className="numbers">{money(amount)}</bdi>
              </div>
            ))}
          </dd>
        </>
      )}
      <dt>{t('workbench.application')}</dt>
      <dd>
        <Link to={here(`/sponsorship/${encodeURIComponent(application)}`)}>{t('workbench.open_application')}</Link>
      </dd>
    </dl>
  )
}

/** Who would enter if somebody cancelled. */
export function IfCancels({ application, outcome, voice }: DetailsProps) {
  const { t } = useSpeech()
  const enter = outcome.if_cancels[application] ?? []
  const names = new Intl.ListFormat(voice.locale, { type: 'conjunction' }).format(enter.map(voice.names.person))
  return (
    <div>
      <h4>{t('workbench.if_cancels')}</h4>
      <p>{enter.length === 0 ? t('workbench.if_cancels_nobody') : t('workbench.if_cancels_enter', { names })}</p>
    </div>
  )
}

/** By fund, what would have to be added. */
export function TopUps({ top_up, voice }: { top_up: Record<string, number>; voice: Voice }) {
  return (
    <ul className="dots">
      {topUpWords(top_up, voice).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

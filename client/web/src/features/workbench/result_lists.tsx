// The lists of a result: seats in turn order, the refused in waiting order, and whoever was not ranked.

import { Fragment, type ReactNode } from 'react'
import { Empty, Money, Tag } from '../../look'
import { useSpeech } from '../../messages'
import type { AllocationOutcome, GrantedSeat } from '../../wire'
import { IfCancels, PersonDetails, PersonLine } from './person'
import { gatedWords, refusedWords, turnWords, type Voice } from './reasons'
import type { Standing, Waiting } from './standing'
import type { Tried } from './use_outcome'
import { WhyNot } from './why_not'

interface ListProps {
  tried: Tried
  outcome: AllocationOutcome
  voice: Voice
}

function Section({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="stack tight">
      <h3>{title}</h3>
      <p className="muted small">{hint}</p>
      {children}
    </section>
  )
}

export function Granted({ seats, outcome, voice }: ListProps & { seats: GrantedSeat[] }) {
  const { t } = useSpeech()
  const { line } = outcome
  return (
    <Section title={t('workbench.granted', { count: seats.length })} hint={t('workbench.granted_hint')}>
      {seats.length === 0 && <Empty>{t('workbench.granted_none')}</Empty>}
      <ol className="lines">
        {line === 0 && <Line />}
        {seats.map((seat) => (
          <Fragment key={seat.application}>
            <li className="seat">
              <PersonLine
                application={seat.application}
                number={seat.seat}
                what={
                  <>
                    <bdi>{voice.names.package(seat.package)}</bdi> <Money centimes={seat.amount} />
                  </>
                }
                points={outcome.points[seat.application]?.points}
                reason={turnWords(seat, voice)}
                mark={seat.fill ? <Fill /> : undefined}
                voice={voice}
                unfold={{
                  label: t('workbench.why'),
                  content: () => (
                    <div className="stack tight">
                      <PersonDetails application={seat.application} outcome={outcome} voice={voice} />
                      <IfCancels application={seat.application} outcome={outcome} voice={voice} />
                    </div>
                  ),
                }}
              />
            </li>
            {seat.seat === line && <Line />}
          </Fragment>
        ))}
      </ol>
    </Section>
  )
}

function Fill() {
  const { t } = useSpeech()
  return (
    <>
      <Tag tone="warn">{t('workbench.conditional')}</Tag> <span className="muted">{t('workbench.conditional_why')}</span>
    </>
  )
}

/** Where money was short for the first time. */
function Line() {
  const { t } = useSpeech()
  return (
    <li className="the-line">
      <span className="strong">{t('workbench.line')}</span> {t('workbench.line_explained')}
    </li>
  )
}

export function Refused({ waiting, tried, outcome, voice }: ListProps & { waiting: Waiting[] }) {
  const { t } = useSpeech()
  if (waiting.length === 0) return null
  return (
    <Section title={t('workbench.refused', { count: waiting.length })} hint={t('workbench.refused_hint')}>
      <ol className="lines">
        {waiting.map(({ application, place, refused }) => (
          <li key={application} className="seat">
            <PersonLine
              application={application}
              number={place}
              points={outcome.points[application]?.points}
              reason={refusedWords(refused, application, voice)}
              voice={voice}
              unfold={{
                label: t('workbench.why_not'),
                content: () => <WhyNot application={application} tried={tried} outcome={outcome} voice={voice} />,
              }}
            />
          </li>
        ))}
      </ol>
    </Section>
  )
}

export function Gated({ gated, voice }: ListProps & { gated: Standing['gated'] }) {
  const { t } = useSpeech()
  if (gated.length === 0) return null
  return (
    <Section title={t('workbench.gated_title', { count: gated.length })} hint={t('workbench.gated_hint')}>
      <ul className="lines">
        {gated.map(({ application, gates }) => (
          <li key={application} className="seat">
            <PersonLine application={application} points={undefined} reason={gatedWords(gates, voice)} voice={voice} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

// What the setup comes to: the counts, what has to be known about the result, and its lists.

import { useEffect, useState } from 'react'
import { Banner, Money, Skeleton, Tag } from '../../look'
import { useSpeech } from '../../messages'
import { useRefusalWords } from '../../messages/refusals'
import type { AllocationOutcome, Scenario } from '../../wire'
import { useBench, useVoice } from './bench'
import { HeldMoney } from './held_money'
import type { Asking } from './newest'
import { Pictures } from './pictures'
import { overcommittedWords } from './reasons'
import { Gated, Granted, Refused } from './result_lists'
import { countsOf, standingOf, type Counts } from './standing'
import type { Tried } from './use_outcome'

interface ResultProps {
  asking: Asking<Tried, AllocationOutcome>
  saved: { id: string; scenario: Scenario } | undefined
}

export function Result({ asking, saved }: ResultProps) {
  const { t } = useSpeech()
  const words = useRefusalWords()
  const { last, error, updating } = asking
  return (
    <section className="bench-result stack" aria-label={t('workbench.result')} aria-busy={updating}>
      <h2>{t('workbench.result')}</h2>
      {error !== null && !updating && (
        <Banner tone="bad">
          {words(error)} {last !== null && t('workbench.last_result_stays')}
        </Banner>
      )}
      {last === null && error === null && <Skeleton lines={8} />}
      {last !== null && <Shown tried={last.question} outcome={last.answer} saved={saved} />}
    </section>
  )
}

function Shown({ tried, outcome, saved }: { tried: Tried; outcome: AllocationOutcome; saved: ResultProps['saved'] }) {
  const { t } = useSpeech()
  const { sponsorship, terms } = useBench()
  const voice = useVoice(sponsorship, terms, tried.setup.policy)
  const standing = standingOf(outcome)
  const lists = { tried, outcome, voice }
  return (
    <div className="stack">
      {outcome.provisional && <Banner tone="warn">{t('workbench.provisional')}</Banner>}
      {outcome.overcommitted !== undefined && <Banner tone="bad">{overcommittedWords(outcome.overcommitted, voice)}</Banner>}
      <HeldMoney outcome={outcome} voice={voice} saved={tried.source.scenario === undefined ? undefined : saved} />
      <Pictures tried={tried} outcome={outcome} />
      <Granted {...lists} seats={standing.granted} />
      <Refused {...lists} waiting={standing.waiting} />
      <Gated {...lists} gated={standing.gated} />
    </div>
  )
}

/** The counts, always in sight. */
export function Strip({ asking }: Pick<ResultProps, 'asking'>) {
  const { t } = useSpeech()
  const { last, updating } = asking
  const counts = last === null ? null : countsOf(last.answer)
  return (
    <div className="bench-strip row apart">
      {counts === null ? (
        <span className="muted">{t('workbench.no_result')}</span>
      ) : (
        <span className="row">
          <span>
            <span className="strong">{t('workbench.count_granted', { count: counts.granted })}</span>
            {' · '}
            {t('workbench.count_refused', { count: counts.refused })}
          </span>
          <span className="muted">
            {t('workbench.money_free')} <Money centimes={counts.free} />
          </span>
        </span>
      )}
      <Tag tone={updating ? 'warn' : 'good'}>{t(updating ? 'workbench.updating' : 'workbench.current')}</Tag>
      <Announcement counts={updating ? null : counts} />
    </div>
  )
}

/** How long a result has to stand before it is said. */
const rest = 1000

/** Says the counts once nobody moves anything any more. */
function Announcement({ counts }: { counts: Counts | null }) {
  const { t } = useSpeech()
  const [said, setSaid] = useState('')
  const text =
    counts === null
      ? null
      : `${t('workbench.count_granted', { count: counts.granted })}, ${t('workbench.count_refused', { count: counts.refused })}`
  useEffect(() => {
    if (text === null) return
    const timer = setTimeout(() => setSaid(text), rest)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <span className="heard" role="status" aria-live="polite">
      {said}
    </span>
  )
}

// The wall of a room: item, clock, what comes next. Two languages; nothing moves but the clock.

import { useEffect } from 'react'
import { Clock, useServerTime } from '../../app/clock'
import { useMeetingDetails, useMeetingTopic } from '../../app/meeting'
import { useQueryValue } from '../../app/router'
import { useStatus } from '../../live/react'
import { directionOf, pick, useSpeech } from '../../messages'
import { formatMoment } from '../../look/values'
import type { AgendaTopic, Texts } from '../../wire'
import { sessionAround } from '../today/now'
import './screen.css'

/** Which second language stands beside the reader's: `?second=fr`. */
const otherwise = 'fr'

export default function Screen() {
  const { t, language } = useSpeech()
  const [second] = useQueryValue('second', language === otherwise ? 'en' : otherwise)
  const { phase } = useStatus()
  const details = useMeetingDetails()
  const { state: agenda } = useMeetingTopic<AgendaTopic>('agenda')
  const item = agenda?.current === undefined ? undefined : agenda.items[agenda.current]
  useEffect(() => {
    document.title = `${t('screen.title')} – Dais`
  }, [t])
  return (
    <main className="wall">
      <header>
        <h1>
          <Pair of={details?.short_name} second={second} inline />
        </h1>
        {(phase === 'lost' || phase === 'stopped') && <p className="wall-lost">{t('frame.offline')}</p>}
        <Clock seconds />
      </header>
      <section className="wall-item">
        {item === undefined ? (
          <div className="wall-title">
            <Pair of={details?.name} second={second} />
            {agenda !== undefined && <p className="muted">{t('frame.no_item')}</p>}
          </div>
        ) : (
          <>
            <p className="wall-number">
              <bdi>{item.number}</bdi>
            </p>
            <div className="wall-title">
              <Pair of={item.title} second={second} />
            </div>
          </>
        )}
      </section>
      {agenda !== undefined && <Next agenda={agenda} second={second} />}
    </main>
  )
}

function Next({ agenda, second }: { agenda: AgendaTopic; second: string }) {
  const { t, locale } = useSpeech()
  const now = useServerTime(30_000)
  const zone = useMeetingDetails()?.time_zone ?? 'UTC'
  const found = sessionAround(agenda, now)
  if (found === null) return <footer />
  const { session, running } = found
  const when = running ? formatMoment(session.ends, 'time', locale, zone) : formatMoment(session.starts, 'full', locale, zone)
  return (
    <footer>
      <span className="muted">{running ? t('screen.until', { time: when }) : t('screen.next', { time: when })}</span>
      <Pair of={session.title} second={second} inline />
    </footer>
  )
}

/** A text in the reader's language and in a second one. */
function Pair({ of, second, inline = false }: { of: Texts | undefined; second: string; inline?: boolean }) {
  const { language } = useSpeech()
  const first = pick(of, language)
  const other = pick(of, second)
  const Part = inline ? 'span' : 'p'
  return (
    <>
      <Part lang={first.in} dir={directionOf(first.in)}>
        {first.text}
      </Part>
      {other.text !== first.text && (
        <>
          {' '}
          <Part lang={other.in} dir={directionOf(other.in)} className="muted">
            {other.text}
          </Part>
        </>
      )}
    </>
  )
}

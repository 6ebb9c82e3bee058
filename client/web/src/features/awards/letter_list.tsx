// Letters that wait and letters that were sent.

import { useState } from 'react'
import { useAct, useAsk, useCommand } from '../../app/commands'
import { useMeeting, useRights } from '../../app/meeting'
import { Banner, Button, Empty, Moment, say, Tag } from '../../look'
import { Refusal } from '../../live/types'
import { useText } from '../../messages'
import { useRefusalWords } from '../../messages/refusals'
import type { Application } from '../../wire'
import { useLanguageName } from '../documents/language_name'
import { letterAddress } from './addresses'
import { Applicant } from './applicant'
import type { Letters } from './progress'

export function LetterList({ letters: { ready, unaddressed, sent } }: { letters: Letters }) {
  const t = useText()
  const rights = useRights()
  const waiting = [...ready, ...unaddressed]
  if (waiting.length + sent.length === 0) return <Empty>{t('outbox.empty')}</Empty>
  return (
    <div className="stack wide">
      <section className="stack">
        <h2>{t('outbox.waiting', { count: waiting.length })}</h2>
        {rights.secretariat && ready.length > 0 && <SendAll count={ready.length} />}
        {unaddressed.length > 0 && <p>{t('outbox.unaddressed', { count: unaddressed.length })}</p>}
        {waiting.length === 0 && <p className="muted">{t('outbox.none_waiting')}</p>}
        <ul className="lines windowed">
          {waiting.map(([id, application]) => (
            <LetterRow key={id} id={id} application={application} />
          ))}
        </ul>
      </section>
      {sent.length > 0 && (
        <section className="stack">
          <h2>{t('outbox.sent', { count: sent.length })}</h2>
          <ul className="lines windowed">
            {sent.map(([id, application]) => (
              <LetterRow key={id} id={id} application={application} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function SendAll({ count }: { count: number }) {
  const t = useText()
  const ask = useAsk()
  const words = useRefusalWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const { letters } = await ask('sponsorship.send_letters', {})
      say(t('outbox.on_their_way', { count: letters }), 'good')
    } catch (error) {
      setProblem(error instanceof Refusal && error.code === 'not_now' ? t('outbox.no_mail_server') : words(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="stack tight">
      <div>
        <Button kind="primary" busy={busy} onPress={() => void send()}>
          {t('outbox.send_all', { count })}
        </Button>
      </div>
      <div role="alert">{problem !== null && <Banner tone="warn">{problem}</Banner>}</div>
    </div>
  )
}

function LetterRow({ id, application }: { id: string; application: Application }) {
  const t = useText()
  const meeting = useMeeting()
  const rights = useRights()
  const languageName = useLanguageName()
  const command = useCommand()
  const { busy, act } = useAct()
  const { letter, award, language, has_address } = application
  const name = application.name ?? t('member.erased')
  const markSent = () => act(() => command('sponsorship.mark_sent', { application: id }), t('outbox.marked', { name }))
  return (
    <li className="seat-row">
      <div className="stack tight">
        <Applicant id={id} application={application} />
        <span className="row tight small">
          <span>{award === undefined ? t('outbox.kind_refusal') : t('outbox.kind_award')}</span>
          {language !== undefined && <bdi className="muted">{languageName(language)}</bdi>}
          {!has_address && letter?.sent === undefined && <Tag tone="warn">{t('outbox.no_address')}</Tag>}
          {letter?.sent !== undefined && (
            <span className="muted">
              {letter.by_email ? t('outbox.by_email') : t('outbox.by_hand')} <Moment at={letter.sent} form="short" />
            </span>
          )}
        </span>
      </div>
      <div className="row tight">
        <a href={letterAddress(meeting, id)} target="_blank" rel="noopener" aria-label={t('outbox.download_of', { name })}>
          {t('outbox.download')}
        </a>
        {rights.secretariat && letter?.sent === undefined && (
          <Button busy={busy} aria-label={t('outbox.mark_sent_of', { name })} onPress={() => void markSent()}>
            {t('outbox.mark_sent')}
          </Button>
        )}
      </div>
    </li>
  )
}

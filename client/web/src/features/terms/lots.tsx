// The lots that decide between equal applications: drawn once, after applications have closed, from randomness that nobody could
// know before.

import { useEffect, useRef } from 'react'
import { useCommand } from '../../app/commands'
import { bind, Form, Moment, say, TextField, useForm } from '../../look'
import { useText } from '../../messages'
import type { PublishedTermsTopic } from '../../wire'
import { Deadline } from './deadline'
import { useClosed } from './topics'

export function Lots({ terms, draws }: { terms: PublishedTermsTopic; draws: boolean }) {
  const t = useText()
  const closed = useClosed()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (location.hash === '#lots') heading.current?.focus()
  }, [])
  const { closes, drawn } = terms
  return (
    <section className="stack" id="lots">
      <h2 ref={heading} tabIndex={-1}>
        {t('lots.title')}
      </h2>
      <p>{t('lots.explain')}</p>
      {drawn !== undefined ? (
        <Drawn terms={terms} />
      ) : closed && draws ? (
        <DrawForm />
      ) : (
        <p className="muted">
          {t('lots.after')} {closes !== undefined && <Deadline at={closes} />}
        </p>
      )}
    </section>
  )
}

function Drawn({ terms: { seed, seed_source, drawn } }: { terms: PublishedTermsTopic }) {
  const t = useText()
  return (
    <dl className="facts">
      <dt>{t('lots.drawn')}</dt>
      <dd>{drawn !== undefined && <Moment at={drawn} />}</dd>
      <dt>{t('lots.seed')}</dt>
      <dd style={{ overflowWrap: 'anywhere' }}>
        <bdi dir="ltr">{seed}</bdi>
      </dd>
      {seed_source !== undefined && seed_source !== '' && (
        <>
          <dt>{t('lots.source')}</dt>
          <dd style={{ whiteSpace: 'pre-line' }}>
            <bdi>{seed_source}</bdi>
          </dd>
        </>
      )}
    </dl>
  )
}

function DrawForm() {
  const t = useText()
  const command = useCommand()
  const form = useForm({
    name: 'lots',
    initial: { source: '' },
    check: ({ source }) => ({ source: source.trim() === '' ? t('error.missing_field') : undefined }),
    send: ({ source }) => command('sponsorship.draw_seed', { source: source.trim() }),
    onSent: () => say(t('lots.done'), 'good'),
  })
  return (
    <Form form={form} submit={t('lots.draw')} labels={{ source: t('lots.source') }}>
      <TextField {...bind(form, 'source')} label={t('lots.source')} hint={t('lots.source_hint')} rows={3} maxLength={500} />
      <p className="strong">{t('lots.once')}</p>
    </Form>
  )
}

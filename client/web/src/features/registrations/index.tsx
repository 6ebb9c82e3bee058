// The desk for registrations: those that wait first; approve, or return with a reason.

import { useMemo } from 'react'
import { useHere, useMeetingDetails, useMeetingTopic } from '../../app/meeting'
import { Link, useQueryValue } from '../../app/router'
import type { ScreenProps } from '../../app/routes'
import { Empty, Localized, ScreenTitle, Select, Skeleton, TextField } from '../../look'
import { pick, useSpeech } from '../../messages'
import type { RegistrationsTopic, RegistrationState } from '../../wire'
import { RegistrationTag } from '../delegation/registration_tag'
import { AddDelegation } from './add_delegation'
import { RegistrationDetail } from './detail'

const states: RegistrationState[] = ['submitted', 'changed', 'returned', 'draft', 'approved']

export default function Registrations({ at }: ScreenProps) {
  const { t } = useSpeech()
  const { state, refused } = useMeetingTopic<RegistrationsTopic>('registrations@secretariat')
  if (refused !== null) return <p role="alert">{t('error.forbidden')}</p>
  return (
    <div className="stack">
      <ScreenTitle title={t('place.registrations')}>{t('place.registrations')}</ScreenTitle>
      {state === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <div className={`desk${at.delegation === undefined ? '' : ' open'}`}>
          <div className="list stack">
            <List registrations={state} chosen={at.delegation} />
            <AddDelegation />
          </div>
          <div className="detail">
            {at.delegation === undefined && <p className="muted">{t('registrations.choose')}</p>}
            {at.delegation !== undefined && <RegistrationDetail key={at.delegation} id={at.delegation} />}
          </div>
        </div>
      )}
    </div>
  )
}

function List({ registrations, chosen }: { registrations: RegistrationsTopic; chosen: string | undefined }) {
  const { t, language, locale } = useSpeech()
  const here = useHere()
  const categories = useMeetingDetails()?.categories ?? []
  const [text, setText] = useQueryValue('q')
  const [filter, setFilter] = useQueryValue('state')
  const sorted = useMemo(() => {
    const collator = new Intl.Collator(locale)
    return Object.entries(registrations.delegations)
      .map(([id, entry]) => ({ id, entry, name: pick(entry.name, language).text }))
      .sort((a, b) => Number(b.entry.state === 'submitted') - Number(a.entry.state === 'submitted') || collator.compare(a.name, b.name))
  }, [registrations, language, locale])
  const wanted = text.toLocaleLowerCase(locale)
  const found = sorted.filter(
    ({ id, entry, name }) =>
      (filter === '' || entry.state === filter) &&
      (name.toLocaleLowerCase(locale).includes(wanted) || id.toLowerCase().includes(wanted)),
  )
  const waiting = sorted.filter(({ entry }) => entry.state === 'submitted').length
  return (
    <>
      <p role="status">{t('registrations.waiting', { count: waiting })}</p>
      <div className="row no-print">
        <TextField label={t('look.search')} type="search" value={text} onChange={setText} optional />
        <Select
          label={t('document.state')}
          value={filter === '' ? '-' : filter}
          onChange={(value) => setFilter(value === '-' ? '' : value)}
          options={[
            { value: '-', label: t('look.all') },
            ...states.map((s) => ({ value: s, label: t(`registration.${s}`) })),
          ]}
        />
      </div>
      {found.length === 0 && <Empty>{t('registrations.empty')}</Empty>}
      <ul className="lines windowed">
        {found.map(({ id, entry }) => (
          <li key={id}>
            <Link
              to={here(`/registrations/${encodeURIComponent(id)}`) + location.search}
              className="row-link row apart"
              aria-current={chosen === id ? 'true' : undefined}
              data-row
            >
              <span>
                <span className="strong">
                  <Localized of={entry.name} />
                </span>
                <br />
                <span className="muted small">
                  <Localized of={categories.find((c) => c.id === entry.category)?.name} /> ·{' '}
                  <span className="whole">
                    {t('registrations.counts', { approved: entry.approved, waiting: entry.waiting })}
                  </span>
                </span>
              </span>
              <RegistrationTag state={entry.state} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

// The committee's list of applications, with filters and a search.

import { useMemo } from 'react'
import { useHere } from '../../app/meeting'
import { Link, useQueryValue } from '../../app/router'
import { Empty, Localized, Money, Select, Tag, TextField } from '../../look'
import { pick, useSpeech } from '../../messages'
import type { Application, SponsorshipTopic } from '../../wire'
import { useClosed } from '../terms/topics'
import { filters, isShown, type Filter } from './standing'
import { StandingTag } from './standing_words'

export function List({ sponsorship, chosen }: { sponsorship: SponsorshipTopic; chosen: string | undefined }) {
  const { t, language, locale } = useSpeech()
  const [text, setText] = useQueryValue('q')
  const closed = useClosed()
  const [show, setShow] = useQueryValue('show', 'all')
  const all = useMemo(
    () => Object.entries(sponsorship.applications).sort(([, a], [, b]) => a.received.localeCompare(b.received)),
    [sponsorship],
  )
  if (all.length === 0) return <Empty>{t('sponsorship.empty')}</Empty>
  const filter = filters.find((one) => one === show) ?? 'all'
  const wanted = text.toLocaleLowerCase(locale)
  const found = all.filter(([, application]) => {
    const names = [application.name ?? '', pick(application.delegation_name, language).text]
    return isShown(filter, application, closed) && names.some((name) => name.toLocaleLowerCase(locale).includes(wanted))
  })
  const count = (one: Filter) => all.filter(([, application]) => isShown(one, application, closed)).length
  return (
    <>
      <div className="row">
        <Select
          label={t('sponsorship.show')}
          value={filter}
          onChange={setShow}
          options={filters.map((one) => ({ value: one, label: `${t(`sponsorship.show_${one}`)} (${count(one)})` }))}
        />
        <TextField label={t('look.search')} type="search" value={text} onChange={setText} optional />
      </div>
      {found.length === 0 && <Empty>{t('sponsorship.none_found')}</Empty>}
      <ul className="lines windowed">
        {found.map(([id, application]) => (
          <Line key={id} id={id} application={application} chosen={chosen === id} closed={closed} />
        ))}
      </ul>
    </>
  )
}

interface LineProps {
  id: string
  application: Application
  chosen: boolean
  closed: boolean
}

function Line({ id, application, chosen, closed }: LineProps) {
  const { t } = useSpeech()
  const here = useHere()
  return (
    <li>
      <Link
        to={here(`/sponsorship/${encodeURIComponent(id)}${location.search}`)}
        className="row-link row apart"
        aria-current={chosen ? 'true' : undefined}
        data-row
      >
        <span>
          <bdi className="strong">{application.name ?? t('member.erased')}</bdi> <StandingTag application={application} closed={closed} />
          <br />
          <span className="muted small">
            <Localized of={application.delegation_name} /> <Marks application={application} />
          </span>
        </span>
        {application.costs.length === 0 ? (
          <Tag tone="warn">{t('sponsorship.no_costs')}</Tag>
        ) : (
          <Money centimes={application.total} />
        )}
      </Link>
    </li>
  )
}

/** After the delegation's name: the gender where it is said, and what else weighs in the decision. */
export function Marks({ application: { details, gender } }: { application: Application }) {
  const { t } = useSpeech()
  return (
    <>
      {gender !== undefined && gender !== 'undisclosed' && <span>· {t(`gender.${gender}`)}</span>}{' '}
      {details?.survivor === true && <Tag tone="act">{t('sponsorship.survivor')}</Tag>}{' '}
      {details?.companion === true && <Tag>{t('sponsorship.companion')}</Tag>}
    </>
  )
}

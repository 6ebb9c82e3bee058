// The figures of allocations side by side, and who enters and leaves between two of them.

import { useMemo, useState, type ReactNode } from 'react'
import { Money, Select } from '../../look'
import { pick, useSpeech } from '../../messages'
import type { AllocationOutcome, AllocationPolicy, SponsorshipTerms, SponsorshipTopic } from '../../wire'
import { useVocabulary } from '../sponsorship/condition'
import { useVoice } from './bench'
import { changesBetween, isSame } from './compare'
import { attributeFigure, seatsOf } from './figures'
import { gatedWords, refusedWords, turnWords, type Voice } from './reasons'
import { countsOf } from './standing'

export interface Column {
  key: string
  name: string
  outcome: AllocationOutcome
  policy: AllocationPolicy
}

interface Pool {
  terms: SponsorshipTerms
  sponsorship: SponsorshipTopic
}

export function ComparisonTable({ columns, terms, sponsorship }: Pool & { columns: Column[] }) {
  const speech = useSpeech()
  const { t, language } = speech
  const known = useVocabulary(terms)
  const [chosen, setChosen] = useState(() => terms.labels[0]?.name ?? 'gender')
  const attribute = known.get(chosen)
  const reserves = new Map(columns.flatMap(({ policy }) => policy.reserves.map((reserve) => [reserve.id, reserve])))
  const figures = useMemo(
    () => columns.map(({ outcome }) => (attribute === undefined ? null : attributeFigure(outcome, sponsorship, terms, attribute, speech))),
    [columns, attribute, sponsorship, terms, speech],
  )
  const values = new Map(figures.flatMap((figure) => figure?.rows.map(({ id, label }) => [id, label] as const) ?? []))
  const line = (id: string, label: ReactNode, cell: (column: Column, index: number) => ReactNode) => (
    <tr key={id}>
      <th scope="row">{label}</th>
      {columns.map((column, index) => (
        <td key={column.key} className="number">
          {cell(column, index)}
        </td>
      ))}
    </tr>
  )
  return (
    <section className="stack tight">
      <h2>{t('compare.figures')}</h2>
      <Select
        label={t('workbench.picture_attribute')}
        options={[...known.values()].map(({ name, label }) => ({ value: name, label }))}
        value={chosen}
        onChange={setChosen}
      />
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('compare.figures')}>
        <table>
          <thead>
            <tr>
              <td />
              {columns.map(({ key, name }) => (
                <th key={key} scope="col" className="number wrap">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {line('granted', t('workbench.with_seat'), ({ outcome }) => outcome.granted.length)}
            {line('paid', t('workbench.money_paid'), ({ outcome }) => (
              <Money centimes={countsOf(outcome).paid} />
            ))}
            {line('free', t('workbench.money_held'), ({ outcome }) => (
              <Money centimes={countsOf(outcome).free} />
            ))}
            {[...reserves.values()].map(({ id, label, who }) =>
              line(`reserve ${id}`, t('compare.reserve', { reserve: pick(label, language).text || id }), ({ outcome }) => {
                const balance = outcome.reserves[id]
                return balance === undefined ? (seatsOf(outcome, who, sponsorship, terms) ?? '–') : t('compare.of_floor', { members: balance.members, floor: balance.floor })
              }),
            )}
            {[...values].map(([id, label]) =>
              line(`value ${id}`, `${attribute?.label ?? chosen}: ${label}`, (_, index) => figures[index]?.rows.find((row) => row.id === id)?.parts[0] ?? 0),
            )}
          </tbody>
        </table>
      </div>
    </section>
  )
}

export function ChangesFor({ base, other, terms, sponsorship }: Pool & { base: Column; other: Column }) {
  const { t } = useSpeech()
  const voice = useVoice(sponsorship, terms, other.policy)
  const changes = changesBetween(base.outcome, other.outcome)
  const seatOf = (id: string) => other.outcome.granted.find(({ application }) => application === id)
  return (
    <section className="stack tight">
      <h2>{t('compare.changes', { base: base.name, other: other.name })}</h2>
      {isSame(changes) && <p>{t('compare.nothing')}</p>}
      <People title={t('compare.enter', { count: changes.enter.length })} ids={changes.enter} voice={voice} why={(id) => {
        const seat = seatOf(id)
        return seat === undefined ? '' : turnWords(seat, voice)
      }} />
      <People title={t('compare.leave', { count: changes.leave.length })} ids={changes.leave} voice={voice} why={(id) => lossWords(other.outcome, id, voice)} />
      <People
        title={t('compare.packages', { count: changes.packages.length })}
        ids={changes.packages.map(({ application }) => application)}
        voice={voice}
        why={(id) => {
          const change = changes.packages.find(({ application }) => application === id)
          return t('compare.package', { from: voice.names.package(change?.from ?? ''), to: voice.names.package(change?.to ?? '') })
        }}
      />
    </section>
  )
}

function lossWords(outcome: AllocationOutcome, id: string, voice: Voice): string {
  const refused = outcome.refused[id]
  if (refused !== undefined) return refusedWords(refused, id, voice)
  const gates = outcome.gated[id]
  return gates === undefined ? '' : gatedWords(gates, voice)
}

interface PeopleProps {
  title: string
  ids: string[]
  voice: Voice
  why(application: string): string
}

function People({ title, ids, voice, why }: PeopleProps) {
  if (ids.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul className="lines">
        {ids.map((id) => (
          <li key={id} className="bench-line">
            <bdi className="strong">{voice.names.person(id)}</bdi>
            <span className="muted">
              {' · '}
              <bdi>{voice.names.state(id)}</bdi>
            </span>
            <p className="small">{why(id)}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

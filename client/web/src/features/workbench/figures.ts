// What the pictures show, as rows of parts. Pure.

import { pick } from '../../messages/languages'
import type { Speech } from '../../messages'
import type { AllocationOutcome, AllocationPolicy, Application, SponsorshipTerms, SponsorshipTopic } from '../../wire'
import { isMeant, type AttributeValue, type Condition, type KnownAttribute } from '../sponsorship/condition_words'

export interface Row {
  id: string
  label: string
  /** One for each kind of part, in their order. */
  parts: number[]
  /** A line across the bar: what has to be reached. */
  floor?: number
}

export interface Figure {
  /** What each part of a bar is. */
  kinds: string[]
  rows: Row[]
}

type Words = Pick<Speech, 't' | 'language'>

/** Where the money of each fund is. */
export function moneyFigure(outcome: AllocationOutcome, { funds }: SponsorshipTopic, { t, language }: Words): Figure {
  const free = outcome.held === undefined ? t('workbench.money_free') : t('workbench.money_held')
  return {
    kinds: [t('workbench.money_paid'), free, t('workbench.money_kept_back'), t('workbench.money_lost')],
    rows: Object.entries(outcome.funds).map(([id, { paid, free: left, kept_back, lost }]) => ({
      id,
      label: pick(funds[id]?.name, language).text || id,
      parts: [paid, left, kept_back, lost],
    })),
  }
}

/** Members of each reserve among the seats, against the floor. */
export function reservesFigure(outcome: AllocationOutcome, policy: AllocationPolicy, { t, language }: Words): Figure {
  return {
    kinds: [t('workbench.reserve_members')],
    rows: policy.reserves.flatMap(({ id, label }) => {
      const balance = outcome.reserves[id]
      if (balance === undefined) return []
      return [{ id, label: pick(label, language).text || id, parts: [balance.members], floor: balance.floor }]
    }),
  }
}

const gender_codes = { female: 'F', male: 'M', other: 'X' } as const

/** What is known of an applicant under the names that conditions use, as far as the committee's desk sees it. */
export function attributesOf(
  application: Application,
  terms: Pick<SponsorshipTerms, 'delegations' | 'assessments'>,
): Record<string, AttributeValue> {
  const facts = terms.delegations.find(({ delegation }) => delegation === application.delegation)?.facts ?? {}
  const answers = Object.fromEntries(terms.assessments.map(({ id, usual }) => [id, application.assessment?.answers[id] ?? usual]))
  const { gender, details } = application
  return {
    ...facts,
    ...answers,
    ...(gender === undefined || gender === 'undisclosed' ? {} : { gender: gender_codes[gender] }),
    ...(details === undefined ? {} : { survivor: details.survivor, companion: details.companion }),
    complete: application.missing.length === 0,
    on_time: application.on_time,
    costed: application.costs.length > 0,
  }
}

/** How many seats of a result those have whom `who` means; undefined where the desk does not see what it asks for. */
export function seatsOf(
  outcome: Pick<AllocationOutcome, 'granted'>,
  who: Condition,
  { applications }: SponsorshipTopic,
  terms: Pick<SponsorshipTerms, 'delegations' | 'assessments'>,
): number | undefined {
  if ('category' in who) return undefined
  return outcome.granted.filter(({ application }) => {
    const known = applications[application]
    return known !== undefined && isMeant(who, attributesOf(known, terms))
  }).length
}

/** Seats and what was refused, by the values of an attribute; a value that nobody of the ranked has is left out. */
export function attributeFigure(
  outcome: AllocationOutcome,
  { applications }: SponsorshipTopic,
  terms: Pick<SponsorshipTerms, 'delegations' | 'assessments'>,
  attribute: KnownAttribute,
  { t }: Words,
): Figure {
  const seats = new Set(outcome.granted.map(({ application }) => application))
  const ranked = [...new Set([...seats, ...Object.keys(outcome.refused)])].flatMap((id) => {
    const application = applications[id]
    return application === undefined ? [] : [{ seat: seats.has(id), attributes: attributesOf(application, terms) }]
  })
  const row = (id: string, label: string, has: (attributes: Record<string, AttributeValue>) => boolean): Row => {
    const mine = ranked.filter(({ attributes }) => has(attributes))
    const granted = mine.filter(({ seat }) => seat).length
    return { id, label, parts: [granted, mine.length - granted] }
  }
  const known = attribute.values.map(({ value, label }) =>
    row(JSON.stringify(value), label, (attributes) => isMeant({ [attribute.name]: value }, attributes)),
  )
  const without = row('', t('workbench.unknown_value'), (attributes) =>
    attribute.values.every(({ value }) => attributes[attribute.name] !== value),
  )
  return {
    kinds: [t('workbench.with_seat'), t('workbench.without_seat')],
    rows: [...known, without].filter(({ parts }) => parts.some((part) => part > 0)),
  }
}

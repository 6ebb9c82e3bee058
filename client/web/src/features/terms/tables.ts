// The tables of the terms as cells of text, and back: fares by delegation and class of route, facts by delegation. Pure.

import type { DelegationFacts, Fare } from '../../wire'
import { formatAmount, readAmount } from '../sponsorship/amount'
import type { Grid } from './spreadsheet'

type Fact = boolean | number | string

export function faresToGrid(fares: readonly Fare[]): Grid {
  const grid: Grid = {}
  for (const { delegation, route, amount } of fares) (grid[delegation] ??= {})[route] = formatAmount(amount)
  return grid
}

/** Empty cells and those that are no amount have no fare; `isAmountCell` finds the latter beforehand. */
export function gridToFares(grid: Grid, routes: readonly string[]): Fare[] {
  return Object.entries(grid).flatMap(([delegation, cells]) =>
    routes.flatMap((route) => {
      const amount = readAmount(cells[route] ?? '')
      return amount === null || amount === 0 ? [] : [{ delegation, route, amount }]
    }),
  )
}

export function isAmountCell(text: string): boolean {
  return readAmount(text) !== null
}

/** An amount as the table shows it; what is none stays as it was typed. */
export function tidyAmount(text: string): string {
  const amount = readAmount(text)
  return amount === null ? text.trim() : formatAmount(amount)
}

/** Words for true and false that are understood in a cell, beside `true` and `false`. */
export interface TruthWords {
  yes: string
  no: string
}

/** A fact as text: true, false, a whole number, or a text; '' where there is none. */
export function tidyFact(text: string, words: TruthWords): string {
  const plain = text.trim()
  const lower = plain.toLowerCase()
  if (['true', 'yes', words.yes.toLowerCase()].includes(lower)) return 'true'
  if (['false', 'no', words.no.toLowerCase()].includes(lower)) return 'false'
  return plain
}

export function showFact(text: string, words: TruthWords): string {
  return text === 'true' ? words.yes : text === 'false' ? words.no : text
}

export function readFact(text: string): Fact {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text
}

export function factsToGrid(delegations: readonly DelegationFacts[]): Grid {
  return Object.fromEntries(
    delegations.map(({ delegation, facts }) => [
      delegation,
      Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)])),
    ]),
  )
}

/** Delegations of which nothing is said are left out. */
export function gridToFacts(grid: Grid): DelegationFacts[] {
  return Object.entries(grid).flatMap(([delegation, cells]) => {
    const said = Object.entries(cells).filter(([, text]) => text !== '')
    return said.length === 0 ? [] : [{ delegation, facts: Object.fromEntries(said.map(([name, text]) => [name, readFact(text)])) }]
  })
}

/** The names of the columns that a table of facts has, in the order of their letters. */
export function factNames(grid: Grid): string[] {
  return [...new Set(Object.values(grid).flatMap((cells) => Object.keys(cells)))].sort()
}

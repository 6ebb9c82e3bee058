// Four people and two funds: money is held for a woman who lacks a little of it.

import type { AllocationOutcome, Application, SponsorshipTerms, SponsorshipTopic } from '../../src/wire'

const at = '2026-06-01T09:00:00Z'

function applicant(name: string, delegation: string, state: string, gender: 'female' | 'male', total: number): Application {
  return {
    delegation,
    delegation_name: { en: state },
    member: name.toLowerCase(),
    name,
    gender,
    has_address: true,
    details: { extent: 'whole', reason: 'To take part.', survivor: false, companion: false },
    state: 'received',
    costs: [{ kind: 'airfare', amount: total }],
    costs_entered: true,
    total,
    files: {},
    missing: [],
    received: at,
    completed: at,
    on_time: true,
    payments: [],
    lost: [],
    version: 1,
  }
}

const fund = (name: string, amount: number) => ({ name: { en: name }, amount, earmark: '', lost: 0, version: 1 })

const sponsorship: SponsorshipTopic = {
  applications: {
    vula: applicant('Vula', 'FJI', 'Fiji', 'female', 400_000),
    moussa: applicant('Moussa', 'TCD', 'Chad', 'male', 300_000),
    banda: applicant('Banda', 'ZMB', 'Zambia', 'female', 250_000),
    kone: applicant('Kone', 'MLI', 'Mali', 'male', 200_000),
    late: { ...applicant('Late', 'MLI', 'Mali', 'male', 200_000), missing: ['letter'] },
  },
  funds: { africa: { ...fund('Africa fund', 500_000), who: { region: 'AFR' } }, general: fund('General fund', 400_000) },
}

const policy: SponsorshipTerms['policy'] = {
  contingency_bp: 0,
  rounds: true,
  precedence: 'reserves',
  release: 'exhausted',
  points: [
    { id: 'ldc', label: { en: 'Least developed country' }, pts: 5, who: { ldc: true } },
    { id: 'africa', label: { en: 'From Africa' }, pts: 8, who: { region: 'AFR' } },
  ],
  state_cap: { usual: 2, overrides: {} },
  reserves: [{ id: 'women', label: { en: 'Women' }, kind: 'share', num: 1, den: 2, who: { gender: 'F' } }],
  caps: [{ id: 'observers', label: { en: 'Observers' }, value: 4, who: { category: 'observer' } }],
  gates: [{ id: 'complete', label: { en: 'Complete file' }, who: { complete: true } }],
}

const facts = (delegation: string, region: string, ldc: boolean) => ({ delegation, facts: { region, ldc } })

const terms: SponsorshipTerms = {
  closes: at,
  answer_days: 14,
  packages: [{ code: 'full', name: { en: 'Everything' } }],
  files: [],
  assessments: [{ id: 'speaks', label: { en: 'Speaks for a group' }, usual: false }],
  delegations: [facts('FJI', 'PAC', false), facts('TCD', 'AFR', true), facts('ZMB', 'AFR', true), facts('MLI', 'AFR', true)],
  labels: [
    { name: 'region', label: { en: 'Region' } },
    { name: 'region', value: 'AFR', label: { en: 'Africa' } },
    { name: 'region', value: 'PAC', label: { en: 'Pacific' } },
    { name: 'ldc', label: { en: 'Least developed country' } },
  ],
  fares: { fare_kind: 'airfare', companion_kind: 'assistant', nights: 5, routes: [], rates: [], fares: [] },
  policy,
}

const balance = (amount: number, paid: number) => ({ amount, lost: 0, kept_back: 0, paid, free: amount - paid })
const seat = (number: number, application: string, turn: string, amount: number) => ({
  seat: number,
  application,
  package: 'full',
  turn,
  fill: false,
  amount,
})

const outcome: AllocationOutcome = {
  hash: 'a'.repeat(64),
  input_sha256: 'b'.repeat(64),
  policy_sha256: 'c'.repeat(64),
  seed: 'lots',
  provisional: false,
  granted: [seat(2, 'moussa', 'OPEN', 300_000), seat(1, 'vula', 'RESERVE:women', 400_000)],
  refused: {
    kone: { reason: 'HELD:women', step: 2, turn: 'OPEN', tight: [] },
    banda: { reason: 'FUNDS', step: 2, turn: 'RESERVE:women', lacking: 50_000, tight: ['africa', 'general'] },
  },
  gated: { late: ['complete'] },
  ledger: [
    { application: 'vula', fund: 'general', amount: 400_000 },
    { application: 'moussa', fund: 'africa', amount: 300_000 },
  ],
  funds: { africa: balance(500_000, 300_000), general: balance(400_000, 400_000) },
  reserves: { women: { members: 1, floor: 1 } },
  line: 2,
  waiting: ['banda'],
  if_cancels: { vula: ['banda', 'kone'], moussa: ['banda'] },
  held: { reserve: 'women', application: 'banda', top_up: { africa: 50_000, general: 50_000 } },
  points: { moussa: { points: 13, lines: ['ldc', 'africa'] }, vula: { points: 0, lines: [] } },
  order: ['moussa', 'banda', 'kone', 'vula'],
}

/** The whole of it: what was asked, and what it comes to. */
export const pool = () => ({ sponsorship, terms, policy, setup: { policy, amounts: {} }, outcome })

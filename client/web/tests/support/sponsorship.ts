// Applications, proposals and policies for tests: plain ones, with what a test is about put over them.

import type { AllocationPolicy, Application, Award, Proposal } from '../../src/wire'

export function application(over: Partial<Application> = {}): Application {
  return {
    costs: [],
    costs_entered: false,
    delegation: 'lao',
    delegation_name: { en: 'Laos' },
    files: {},
    has_address: true,
    lost: [],
    member: 'm',
    missing: [],
    name: 'Sok',
    on_time: true,
    payments: [],
    received: '2026-01-01T00:00:00Z',
    state: 'received',
    total: 0,
    version: 1,
    ...over,
  }
}

export function award(over: Partial<Award> = {}): Award {
  return {
    answer_by: '2026-03-20T00:00:00Z',
    costs: [],
    notified: '2026-03-01T00:00:00Z',
    package: 'full',
    proposal: 'p1',
    state: 'notified',
    total: 100_00,
    ...over,
  }
}

export function policy(over: Partial<AllocationPolicy> = {}): AllocationPolicy {
  return {
    caps: [],
    contingency_bp: 300,
    gates: [],
    points: [],
    precedence: 'reserves',
    release: 'exhausted',
    reserves: [],
    rounds: true,
    state_cap: { usual: 2, overrides: {} },
    ...over,
  }
}

export function proposal(over: Partial<Proposal> = {}): Proposal {
  return {
    approvals: [],
    at: '2026-02-20T00:00:00Z',
    granted: 0,
    hash: 'a'.repeat(64),
    input_sha256: 'b'.repeat(64),
    name: 'First',
    policy_sha256: 'c'.repeat(64),
    refused: 0,
    seed: 'd',
    setup: { amounts: {}, policy: policy() },
    superseded: false,
    ...over,
  }
}

// The names of everything that a result speaks of, in the reader's words. Pure.

import { pick } from '../../messages/languages'
import type { Speech } from '../../messages'
import type { AllocationPolicy, SponsorshipTerms, SponsorshipTopic } from '../../wire'

export interface Names {
  person(application: string): string
  state(application: string): string
  fund(id: string): string
  package(code: string): string
  reserve(id: string): string
  cap(id: string): string
  gate(id: string): string
  line(id: string): string
}

interface Labelled {
  id: string
  label: Record<string, string>
}

/** Names for a result that was made under `policy`. */
export function namesOf(
  sponsorship: SponsorshipTopic,
  terms: Pick<SponsorshipTerms, 'packages'>,
  policy: AllocationPolicy,
  { t, language }: Pick<Speech, 't' | 'language'>,
): Names {
  const labelled = (list: readonly Labelled[]) => (id: string) => pick(list.find((each) => each.id === id)?.label, language).text || id
  return {
    person: (id) => sponsorship.applications[id]?.name ?? t('member.erased'),
    state: (id) => pick(sponsorship.applications[id]?.delegation_name, language).text,
    fund: (id) => pick(sponsorship.funds[id]?.name, language).text || id,
    package: (code) => pick(terms.packages.find((each) => each.code === code)?.name, language).text || code,
    reserve: labelled(policy.reserves),
    cap: labelled(policy.caps),
    gate: labelled(policy.gates),
    line: labelled(policy.points),
  }
}

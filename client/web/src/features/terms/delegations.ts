// The delegations as rows of a table, by all their names, as far as somebody may know them.

import { useMemo } from 'react'
import { useMeetingTopic, useRights } from '../../app/meeting'
import { pick, useSpeech } from '../../messages'
import type { RegistrationsTopic, SponsorshipTerms, SponsorshipTopic } from '../../wire'
import type { TableRow } from './table_editor'

export function useDelegationRows(terms: SponsorshipTerms): TableRow[] {
  const { language, locale } = useSpeech()
  const { secretariat } = useRights()
  const registered = useMeetingTopic<RegistrationsTopic>(secretariat ? 'registrations@secretariat' : null).state
  const applied = useMeetingTopic<SponsorshipTopic>('sponsorship@committee').state
  return useMemo(() => {
    const names = new Map<string, Record<string, string>>()
    for (const { delegation } of [...terms.fares.fares, ...terms.delegations]) names.set(delegation, {})
    for (const { delegation, delegation_name } of Object.values(applied?.applications ?? {})) names.set(delegation, delegation_name)
    for (const [id, { name }] of Object.entries(registered?.delegations ?? {})) names.set(id, name)
    const collator = new Intl.Collator(locale)
    return [...names]
      .map(([id, texts]) => ({ id, label: pick(texts, language).text || id, names: Object.values(texts) }))
      .sort((a, b) => collator.compare(a.label, b.label))
  }, [terms, registered, applied, language, locale])
}

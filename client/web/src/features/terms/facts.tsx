// What counts for everybody of a delegation, such as its region: a table of delegations and facts.

import { useState } from 'react'
import { Button, Form, say, TextField, useForm } from '../../look'
import type { Values } from '../../look/form_state'
import { useSpeech } from '../../messages'
import { useVocabulary } from '../sponsorship/condition'
import { useDelegationRows } from './delegations'
import { partVersion } from './part'
import type { PartProps } from './set_terms'
import { readGrid, writeGrid } from './spreadsheet'
import { TableEditor } from './table_editor'
import { factNames, factsToGrid, gridToFacts, showFact, tidyFact } from './tables'

export function Facts({ terms, set }: PartProps) {
  const { t } = useSpeech()
  const rows = useDelegationRows(terms)
  const known = useVocabulary(terms)
  const [founded, setFounded] = useState<string[]>([])
  const form = useForm<Values>({
    name: 'terms.facts',
    initial: { facts: writeGrid(factsToGrid(terms.delegations)) },
    version: partVersion(terms.delegations),
    send: (values) => set({ delegations: gridToFacts(readGrid(String(values.facts))) }),
    onSent: () => say(t('terms.saved'), 'good'),
  })
  const grid = readGrid(String(form.values.facts))
  const names = [...new Set([...factNames(grid), ...founded])]
  const columns = names.map((id) => ({ id, label: known.get(id)?.label ?? id, names: [known.get(id)?.label ?? id] }))
  const words = { yes: t('look.yes'), no: t('look.no') }
  const nameOf = (heading: string) => heading.trim().slice(0, 64)
  return (
    <Form form={form} submit={t('terms.save_facts')} labels={{ facts: t('terms.facts') }}>
      <p className="field-hint">{t('terms.facts_hint')}</p>
      <NewColumn onAdd={(name) => setFounded([...founded, nameOf(name)])} />
      <TableEditor
        label={t('terms.facts')}
        rows={rows}
        columns={columns}
        grid={grid}
        onChange={(next) => form.set('facts', writeGrid(next))}
        tidy={(text) => tidyFact(text, words)}
        show={(text) => showFact(text, words)}
        newColumn={nameOf}
      />
    </Form>
  )
}

function NewColumn({ onAdd }: { onAdd(name: string): void }) {
  const { t } = useSpeech()
  const [name, setName] = useState('')
  const add = () => {
    onAdd(name)
    setName('')
  }
  return (
    <div className="row" style={{ alignItems: 'end' }}>
      <TextField label={t('terms.new_fact')} hint={t('terms.new_fact_hint')} value={name} onChange={setName} dir="ltr" optional />
      <Button isDisabled={name.trim() === ''} onPress={add}>
        {t('terms.add_fact')}
      </Button>
    </div>
  )
}

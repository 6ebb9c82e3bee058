// Adding an item at the end of the agenda, or below another.

import { useState } from 'react'
import { useCommand } from '../../app/commands'
import { useHere } from '../../app/meeting'
import { navigate } from '../../app/router'
import { Disclosure, say, Select, useForm } from '../../look'
import { spreadTexts, gatherTexts, type Values } from '../../look/form_state'
import { useTextLanguages } from '../../look/texts_fields'
import { pick, useSpeech } from '../../messages'
import type { AgendaTopic } from '../../wire'
import { itemCheck, ItemForm } from './change_item'
import { childrenOf } from './tree'

const top = '-'

export function AddItem({ agenda }: { agenda: AgendaTopic }) {
  const { t, language } = useSpeech()
  const command = useCommand()
  const here = useHere()
  const languages = useTextLanguages()
  const [below, setBelow] = useState(top)
  const form = useForm<Values>({
    name: 'item.new',
    initial: { number: '', ...spreadTexts('title', {}, languages) },
    check: itemCheck(t('error.missing_field')),
    send: async (values) => {
      const parent = below === top ? undefined : below
      const after = childrenOf(agenda, parent).at(-1)
      const { item } = await command('agenda.add', {
        number: String(values.number).trim(),
        title: gatherTexts('title', values),
        ...(parent === undefined ? {} : { parent }),
        ...(after === undefined ? {} : { after }),
      })
      navigate(here(`/agenda/${encodeURIComponent(item)}`))
    },
    onSent: () => say(t('agenda.added'), 'good'),
  })
  const places = agenda.order.map((id) => ({
    value: id,
    label: `${agenda.items[id]?.number} ${pick(agenda.items[id]?.title, language).text}`,
  }))
  return (
    <Disclosure title={t('agenda.add')}>
      <div className="stack">
        <Select
          label={t('agenda.below')}
          options={[{ value: top, label: t('agenda.at_top') }, ...places]}
          value={below}
          onChange={setBelow}
        />
        <ItemForm form={form} submit={t('agenda.add')} />
      </div>
    </Disclosure>
  )
}

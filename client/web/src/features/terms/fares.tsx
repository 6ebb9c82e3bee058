// The fare table: there and back from each delegation's capital, by class of route.

import { Empty, Form, say, useForm } from '../../look'
import type { Values } from '../../look/form_state'
import { pick, useSpeech } from '../../messages'
import { useDelegationRows } from './delegations'
import { partVersion } from './part'
import type { PartProps } from './set_terms'
import { readGrid, writeGrid } from './spreadsheet'
import { TableEditor } from './table_editor'
import { faresToGrid, gridToFares, isAmountCell, tidyAmount } from './tables'

export function Fares({ terms, set }: PartProps) {
  const { t, language } = useSpeech()
  const rows = useDelegationRows(terms)
  const { fares } = terms
  const columns = fares.routes.map(({ id, label }) => ({ id, label: pick(label, language).text, names: Object.values(label) }))
  const form = useForm<Values>({
    name: 'terms.fares',
    initial: { fares: writeGrid(faresToGrid(fares.fares)) },
    version: partVersion(fares.fares),
    check: (values) => {
      const cells = Object.values(readGrid(String(values.fares))).flatMap((row) => Object.values(row))
      return { fares: cells.every(isAmountCell) ? undefined : t('sponsorship.amount_wrong') }
    },
    send: (values) =>
      set({ fares: { ...fares, fares: gridToFares(readGrid(String(values.fares)), fares.routes.map(({ id }) => id)) } }),
    onSent: () => say(t('terms.saved'), 'good'),
  })
  if (columns.length === 0) return <Empty>{t('terms.fares_need_routes')}</Empty>
  return (
    <Form form={form} submit={t('terms.save_fares')} labels={{ fares: t('terms.fares') }}>
      <TableEditor
        label={t('terms.fares')}
        rows={rows}
        columns={columns}
        grid={readGrid(String(form.values.fares))}
        onChange={(grid) => form.set('fares', writeGrid(grid))}
        tidy={tidyAmount}
        isRight={isAmountCell}
      />
    </Form>
  )
}

// The costs of an application: those of the fare table, or others that the secretariat enters.

import { useAct, useCommand } from '../../app/commands'
import { useMeetingDetails, useRights } from '../../app/meeting'
import { bindText, Button, Disclosure, Form, say, TextField, useForm } from '../../look'
import type { Values } from '../../look/form_state'
import { useSpeech } from '../../messages'
import type { Application } from '../../wire'
import { partVersion } from '../terms/part'
import { formatAmount, readAmount } from './amount'
import { CostLines, useCostName } from './standing_words'

export function Costs({ id, application }: { id: string; application: Application }) {
  const { t } = useSpeech()
  const { secretariat } = useRights()
  const { costs, total, costs_entered, state, award } = application
  const origin = costs_entered ? 'sponsorship.costs_entered' : 'sponsorship.costs_from_table'
  return (
    <>
      <p className="muted">{t(costs.length === 0 ? 'sponsorship.costs_unknown' : origin)}</p>
      {costs.length > 0 && <CostLines costs={costs} total={total} />}
      {secretariat && state === 'received' && award === undefined && (
        <Disclosure title={t('sponsorship.enter_costs')}>
          <CostForm id={id} application={application} />
        </Disclosure>
      )}
    </>
  )
}

function CostForm({ id, application }: { id: string; application: Application }) {
  const { t } = useSpeech()
  const command = useCommand()
  const costName = useCostName()
  const { busy, act } = useAct()
  const details = useMeetingDetails()
  const { costs, costs_entered, version } = application
  const kinds = [...new Set([...(details?.cost_kinds ?? []), ...costs.map(({ kind }) => kind)])]
  const amountOf = (kind: string) => costs.find((cost) => cost.kind === kind)?.amount
  const form = useForm<Values>({
    name: `costs.${id}`,
    initial: Object.fromEntries(kinds.map((kind) => [kind, formatAmount(amountOf(kind))])),
    version: partVersion(costs),
    check: (values) =>
      Object.fromEntries(
        kinds.map((kind) => [kind, readAmount(String(values[kind] ?? '')) === null ? t('sponsorship.amount_wrong') : undefined]),
      ),
    send: (values) =>
      command('sponsorship.set_costs', {
        application: id,
        version,
        costs: kinds
          .map((kind) => ({ kind, amount: readAmount(String(values[kind] ?? '')) ?? 0 }))
          .filter(({ amount }) => amount > 0),
      }),
    onSent: () => say(t('sponsorship.costs_saved'), 'good'),
  })
  const labels = Object.fromEntries(kinds.map((kind) => [kind, costName(kind)]))
  const back = () => act(() => command('sponsorship.set_costs', { application: id, version, costs: [] }), t('sponsorship.costs_back'))
  const more = costs_entered && (
    <Button busy={busy} onPress={() => void back()}>
      {t('sponsorship.use_table')}
    </Button>
  )
  return (
    <Form form={form} submit={t('sponsorship.save_costs')} labels={labels} more={more}>
      {kinds.map((kind) => (
        <TextField
          key={kind}
          {...bindText(form, kind)}
          label={`${costName(kind)} (${details?.currency ?? ''})`}
          dir="ltr"
          inputMode="decimal"
          optional
        />
      ))}
    </Form>
  )
}

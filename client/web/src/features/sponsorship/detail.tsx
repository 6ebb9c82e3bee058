// One application: what it says, and its costs, which the secretariat enters.

import { useCommand } from '../../app/commands'
import { useHere, useMeetingDetails, useRights } from '../../app/meeting'
import { Link } from '../../app/router'
import { bindText, Form, Localized, Moment, Money, say, TextField, useForm } from '../../look'
import type { Values } from '../../look/form_state'
import { useSpeech } from '../../messages'
import type { Application } from '../../wire'
import { formatAmount, readAmount } from './amount'
import { Marks } from './index'

export function ApplicationDetail({ id, application }: { id: string; application: Application }) {
  const { t } = useSpeech()
  const here = useHere()
  const rights = useRights()
  const costName = useCostName()
  const { details } = application
  return (
    <article className="stack">
      <Link to={here('/sponsorship')}>{t('look.back')}</Link>
      <div>
        <h2>
          <bdi>{application.name ?? t('member.erased')}</bdi>
        </h2>
        <p className="muted">
          <Localized of={application.delegation_name} /> <Marks application={application} />
        </p>
      </div>
      <dl className="facts">
        <dt>{t('application.received')}</dt>
        <dd>
          <Moment at={application.received} />
        </dd>
        {details !== undefined && (
          <>
            <dt>{t('application.extent')}</dt>
            <dd>{t(`application.${details.extent}`)}</dd>
            <dt>{t('application.reason')}</dt>
            <dd style={{ whiteSpace: 'pre-line' }}>
              <bdi>{details.reason}</bdi>
            </dd>
          </>
        )}
      </dl>
      <section className="stack tight">
        <h3>{t('sponsorship.costs')}</h3>
        {rights.secretariat && application.state === 'received' ? (
          <Costs id={id} application={application} />
        ) : (
          <dl className="facts">
            {application.costs.map((cost) => (
              <div key={cost.kind} style={{ display: 'contents' }}>
                <dt>{costName(cost.kind)}</dt>
                <dd>
                  <Money centimes={cost.amount} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p className="strong">
          {t('sponsorship.total')} <Money centimes={application.total} />
        </p>
      </section>
    </article>
  )
}

/** Kinds of cost are data of the meeting; the usual ones have names in every language. */
function useCostName(): (kind: string) => string {
  const { maybe } = useSpeech()
  return (kind) => maybe(`cost.${kind}`) ?? kind
}

function Costs({ id, application }: { id: string; application: Application }) {
  const { t } = useSpeech()
  const command = useCommand()
  const costName = useCostName()
  const details = useMeetingDetails()
  const kinds = details?.cost_kinds ?? []
  const amountOf = (kind: string) => application.costs.find((cost) => cost.kind === kind)?.amount
  const form = useForm<Values>({
    name: `costs.${id}`,
    initial: Object.fromEntries(kinds.map((kind) => [kind, formatAmount(amountOf(kind))])),
    version: application.version,
    check: (values) =>
      Object.fromEntries(
        kinds.map((kind) => [kind, readAmount(String(values[kind] ?? '')) === null ? t('sponsorship.amount_wrong') : undefined]),
      ),
    send: (values, version) => {
      const costs = kinds
        .map((kind) => ({ kind, amount: readAmount(String(values[kind] ?? '')) ?? 0 }))
        .filter(({ amount }) => amount > 0)
      return command('sponsorship.set_costs', { application: id, version, costs })
    },
    onSent: () => say(t('sponsorship.costs_saved'), 'good'),
  })
  const labels = Object.fromEntries(kinds.map((kind) => [kind, costName(kind)]))
  return (
    <Form form={form} submit={t('sponsorship.save_costs')} labels={labels}>
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

// What became of an award: who pays it, why it was cancelled, and cancelling it with what cannot be refunded.

import { useCommand } from '../../app/commands'
import { useMeetingDetails, useRights } from '../../app/meeting'
import { bindText, Disclosure, Form, Localized, Money, say, TextField, useForm } from '../../look'
import type { Values } from '../../look/form_state'
import { pick, useSpeech } from '../../messages'
import type { Application, Fund } from '../../wire'
import { readAmount } from './amount'
import { paidByFund } from './paying'
import { hasLiveAward } from './standing'

interface AwardSectionProps {
  id: string
  application: Application
  funds: Record<string, Fund>
}

export function AwardSection({ id, application, funds }: AwardSectionProps) {
  const { t } = useSpeech()
  const { secretariat } = useRights()
  const { award, payments, cancelled_because, lost } = application
  const live = hasLiveAward(application)
  const unsettled = award !== undefined && !live && lost.length === 0 && payments.length > 0
  return (
    <>
      {payments.length > 0 && <Amounts title={t('sponsorship.paid_by')} amounts={paidByFund(payments)} funds={funds} />}
      {cancelled_because !== undefined && (
        <p>
          <span className="muted">{t('sponsorship.cancelled_because')}</span> <bdi>{cancelled_because}</bdi>
        </p>
      )}
      {lost.length > 0 && (
        <Amounts title={t('sponsorship.not_refunded')} amounts={lost.map(({ fund, amount }) => [fund, amount])} funds={funds} />
      )}
      {secretariat && (live || unsettled) && (
        <Disclosure title={t(live ? 'sponsorship.cancel_award' : 'sponsorship.enter_lost')}>
          <CancelForm id={id} application={application} funds={funds} />
        </Disclosure>
      )}
    </>
  )
}

interface AmountsProps {
  title: string
  amounts: [string, number][]
  funds: Record<string, Fund>
}

function Amounts({ title, amounts, funds }: AmountsProps) {
  return (
    <>
      <p className="strong">{title}</p>
      <dl className="facts">
        {amounts.map(([fund, amount]) => (
          <div key={fund} style={{ display: 'contents' }}>
            <dt>
              <Localized of={funds[fund]?.name ?? { und: fund }} />
            </dt>
            <dd>
              <Money centimes={amount} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function CancelForm({ id, application, funds }: AwardSectionProps) {
  const { t, language } = useSpeech()
  const command = useCommand()
  const currency = useMeetingDetails()?.currency ?? ''
  const paid = paidByFund(application.payments)
  const field = (fund: string) => `lost.${fund}`
  const amountOf = (values: Values, fund: string) => readAmount(String(values[field(fund)] ?? ''))
  const fits = (values: Values, [fund, most]: [string, number]) => {
    const amount = amountOf(values, fund)
    return amount !== null && amount <= most
  }
  const form = useForm<Values>({
    name: `cancel_award.${id}`,
    initial: { reason: '', ...Object.fromEntries(paid.map(([fund]) => [field(fund), ''])) },
    check: (values) => ({
      reason: String(values.reason).trim() === '' ? t('error.missing_field') : undefined,
      ...Object.fromEntries(paid.map((one) => [field(one[0]), fits(values, one) ? undefined : t('sponsorship.lost_wrong')])),
    }),
    send: (values) =>
      command('sponsorship.cancel_award', {
        application: id,
        reason: String(values.reason).trim(),
        lost: paid
          .map(([fund]) => ({ fund, amount: amountOf(values, fund) ?? 0 }))
          .filter(({ amount }) => amount > 0),
      }),
    onSent: () => say(t('sponsorship.award_cancelled'), 'good'),
  })
  const name = (fund: string) => pick(funds[fund]?.name, language).text || fund
  const labels: Record<string, string> = {
    reason: t('document.reason'),
    ...Object.fromEntries(paid.map(([fund]) => [field(fund), name(fund)])),
  }
  return (
    <Form form={form} submit={t(hasLiveAward(application) ? 'sponsorship.cancel_award' : 'sponsorship.enter_lost')} labels={labels}>
      <p>{t('sponsorship.cancel_explain')}</p>
      <TextField {...bindText(form, 'reason')} label={labels.reason} rows={3} />
      {paid.map(([fund, amount]) => (
        <TextField
          key={fund}
          {...bindText(form, field(fund))}
          label={t('sponsorship.lost_from', { fund: name(fund), currency })}
          hint={
            <>
              {t('sponsorship.lost_hint')} <Money centimes={amount} />
            </>
          }
          dir="ltr"
          inputMode="decimal"
          optional
        />
      ))}
    </Form>
  )
}

// How costs are reckoned: which cost a fare is, nights, and what is the same for everybody.

import { useMeetingDetails } from '../../app/meeting'
import { bindText, Form, Money, RadioGroup, say, Select, TextField, useForm } from '../../look'
import type { Values } from '../../look/form_state'
import { useSpeech } from '../../messages'
import type { Rate } from '../../wire'
import { formatAmount, readAmount } from '../sponsorship/amount'
import { useCostName } from '../sponsorship/standing_words'
import { ListPart } from './list_part'
import { useCostKinds } from './lists'
import { partVersion } from './part'
import type { PartProps } from './set_terms'

/** A choice that no kind of cost can be called. */
const none = ' '

export function Reckoning({ terms, set }: PartProps) {
  const { t } = useSpeech()
  const costName = useCostName()
  const { fares } = terms
  const { fare_kind, companion_kind, nights } = fares
  const kinds = useCostKinds(terms).map((value) => ({ value, label: costName(value) }))
  const form = useForm<Values>({
    name: 'terms.reckoning',
    initial: { fare_kind, companion_kind: companion_kind ?? none, nights: String(nights) },
    version: partVersion([fare_kind, companion_kind, nights]),
    check: (values) => ({
      nights: /^\d{1,2}$/.test(String(values.nights).trim()) ? undefined : t('terms.number_wrong'),
      companion_kind: values.companion_kind === values.fare_kind ? t('terms.same_kind') : undefined,
    }),
    send: (values) => {
      const { companion_kind: _, ...others } = fares
      const companion = String(values.companion_kind)
      const changed = { ...others, fare_kind: String(values.fare_kind), nights: Number(values.nights) }
      return set({ fares: companion === none ? changed : { ...changed, companion_kind: companion } })
    },
    onSent: () => say(t('terms.saved'), 'good'),
  })
  const labels = { nights: t('terms.nights'), fare_kind: t('terms.fare_kind'), companion_kind: t('terms.companion_kind') }
  return (
    <Form form={form} submit={t('look.save')} labels={labels}>
      <TextField {...bindText(form, 'nights')} label={labels.nights} inputMode="numeric" dir="ltr" />
      <Select {...bindText(form, 'fare_kind')} label={labels.fare_kind} options={kinds} />
      <Select
        {...bindText(form, 'companion_kind')}
        label={labels.companion_kind}
        hint={t('terms.companion_kind_hint')}
        options={[{ value: none, label: t('look.none') }, ...kinds]}
      />
    </Form>
  )
}

export function Rates({ terms, set }: PartProps) {
  const { t } = useSpeech()
  const costName = useCostName()
  const currency = useMeetingDetails()?.currency ?? ''
  const kinds = useCostKinds(terms)
  const { fares } = terms
  return (
    <ListPart<Rate>
      items={fares.rates}
      save={(rates) => set({ fares: { ...fares, rates } })}
      shape={{
        name: 'rates',
        add: t('terms.add_rate'),
        empty: t('terms.no_rates'),
        keyOf: ({ kind, per }) => `${kind} ${per}`,
        line: ({ kind, per, amount }) => (
          <>
            <span className="strong">{costName(kind)}</span> <Money centimes={amount} /> {t(`terms.per_${per}`)}
          </>
        ),
        labels: { kind: t('terms.cost'), per: t('terms.per'), amount: t('funds.amount') },
        toValues: (item) => ({ kind: item?.kind ?? '', per: item?.per ?? 'journey', amount: formatAmount(item?.amount) }),
        toItem: (values) => ({
          kind: String(values.kind),
          per: values.per === 'night' ? 'night' : 'journey',
          amount: readAmount(String(values.amount)) ?? 0,
        }),
        check: (values, others) => ({
          kind:
            values.kind === ''
              ? t('error.missing_field')
              : others.some(({ kind, per }) => kind === values.kind && per === values.per)
                ? t('error.already_there')
                : undefined,
          amount: (readAmount(String(values.amount)) ?? 0) > 0 ? undefined : t('sponsorship.amount_wrong'),
        }),
        fields: (form) => (
          <>
            <Select
              {...bindText(form, 'kind')}
              label={t('terms.cost')}
              options={kinds.map((value) => ({ value, label: costName(value) }))}
            />
            <RadioGroup
              {...bindText(form, 'per')}
              label={t('terms.per')}
              options={(['journey', 'night'] as const).map((value) => ({ value, label: t(`terms.per_${value}`) }))}
            />
            <TextField {...bindText(form, 'amount')} label={`${t('funds.amount')} (${currency})`} dir="ltr" inputMode="decimal" />
          </>
        ),
      }}
    />
  )
}

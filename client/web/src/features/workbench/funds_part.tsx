// How much each fund is taken to hold, and what is kept back of it.

import { useMeetingFacts } from '../../app/meeting'
import { Button, Money, SliderField } from '../../look'
import { pick, useSpeech } from '../../messages'
import type { Fund } from '../../wire'
import { ConditionWords } from '../sponsorship/condition'
import { useBench } from './bench'
import { Part } from './part'
import { amountOf, sliderTop, withAmount, withPolicy } from './setup'

/** In units of the currency: the least that a slider for money reaches, and how far it moves at once. */
const least = 10_000
const slide = 100

export function FundsPart() {
  const { t } = useSpeech()
  const { sponsorship, setup } = useBench()
  const funds = Object.entries(sponsorship.funds)
  const sum = funds.reduce((total, [id, fund]) => total + amountOf(setup, id, fund), 0)
  return (
    <Part title={t('workbench.funds')} now={<Money centimes={sum} />} explains={t('workbench.funds_explained')} path="amounts" open>
      {funds.length === 0 && <p>{t('funds.empty')}</p>}
      {funds.map(([id, fund]) => (
        <Budget key={id} id={id} fund={fund} />
      ))}
    </Part>
  )
}

function Budget({ id, fund }: { id: string; fund: Fund }) {
  const { t, language } = useSpeech()
  const { currency } = useMeetingFacts()
  const { setup, change, known, problemAt } = useBench()
  const amount = amountOf(setup, id, fund)
  const set = (units: number) => change(withAmount(setup, id, fund, Math.round(units * 100)))
  return (
    <div className="stack tight">
      <SliderField
        label={pick(fund.name, language).text || id}
        hint={fund.who === undefined ? undefined : <ConditionWords of={fund.who} known={known} />}
        error={problemAt(`amounts/${id}`)}
        value={amount / 100}
        min={0}
        top={sliderTop(fund.amount / 100, least)}
        step={0.01}
        slide={slide}
        format={{ style: 'currency', currency, currencyDisplay: 'code' }}
        onChange={set}
      />
      {amount !== fund.amount && (
        <div className="row">
          <span className="muted">
            {t('workbench.fund_holds')} <Money centimes={fund.amount} />
          </span>
          <Button kind="quiet" onPress={() => set(fund.amount / 100)}>
            {t('workbench.fund_as_it_is')}
          </Button>
        </div>
      )}
    </div>
  )
}

const whole = 10_000
const percent: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: 2 }

export function ContingencyPart() {
  const { t, locale } = useSpeech()
  const { setup, change, problemAt } = useBench()
  const share = setup.policy.contingency_bp / whole
  return (
    <Part
      title={t('workbench.contingency')}
      now={<bdi>{new Intl.NumberFormat(locale, percent).format(share)}</bdi>}
      explains={t('workbench.contingency_explained')}
    >
      <SliderField
        label={t('workbench.contingency')}
        error={problemAt('policy/contingency_bp')}
        value={share}
        min={0}
        max={1}
        top={0.2}
        step={0.0001}
        slide={0.0025}
        format={percent}
        onChange={(next) => change(withPolicy(setup, { contingency_bp: Math.round(next * whole) }))}
      />
    </Part>
  )
}

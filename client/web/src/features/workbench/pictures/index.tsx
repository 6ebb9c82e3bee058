// The result in pictures: money by fund, reserves against their floors, and applicants by attributes of one's choice.

import { useMemo, useState } from 'react'
import { useMeetingFacts } from '../../../app/meeting'
import { Disclosure, Select } from '../../../look'
import { formatMoney } from '../../../look/values'
import { useSpeech } from '../../../messages'
import type { AllocationOutcome } from '../../../wire'
import { useBench } from '../bench'
import { attributeFigure, moneyFigure, reservesFigure } from '../figures'
import type { Tried } from '../use_outcome'
import { Patterns } from './patterns'
import { Picture } from './picture'

export function Pictures({ tried, outcome }: { tried: Tried; outcome: AllocationOutcome }) {
  const { t } = useSpeech()
  const { known, terms } = useBench()
  const [roomy] = useState(() => matchMedia('(min-width: 900px)').matches)
  const named = useMemo(() => [...new Set(terms.labels.map(({ name }) => name))].filter((name) => known.has(name)), [terms, known])
  return (
    <Disclosure title={<span className="strong">{t('workbench.pictures')}</span>} open={roomy}>
      <div className="pictures">
        <Patterns />
        <Money outcome={outcome} />
        <Reserves tried={tried} outcome={outcome} />
        <ByAttribute outcome={outcome} first={named[0] ?? 'gender'} />
        <ByAttribute outcome={outcome} first={named[1] ?? 'complete'} />
      </div>
    </Disclosure>
  )
}

function Money({ outcome }: { outcome: AllocationOutcome }) {
  const speech = useSpeech()
  const { currency } = useMeetingFacts()
  const { sponsorship } = useBench()
  const figure = useMemo(() => moneyFigure(outcome, sponsorship, speech), [outcome, sponsorship, speech])
  const forms = useMemo(() => {
    const compact = new Intl.NumberFormat(speech.locale, { notation: 'compact' })
    return {
      full: (centimes: number) => formatMoney(centimes, currency, speech.locale),
      short: (centimes: number) => compact.format(centimes / 100),
    }
  }, [speech, currency])
  return (
    <Picture
      title={speech.t('workbench.picture_money', { currency })}
      figure={figure}
      format={forms.full}
      short={forms.short}
    />
  )
}

function useCount() {
  const { locale } = useSpeech()
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(locale)
    return (value: number) => (Number.isInteger(value) ? numbers.format(value) : '')
  }, [locale])
}

function Reserves({ tried, outcome }: { tried: Tried; outcome: AllocationOutcome }) {
  const speech = useSpeech()
  const count = useCount()
  const figure = useMemo(() => reservesFigure(outcome, tried.setup.policy, speech), [outcome, tried, speech])
  if (figure.rows.length === 0) return null
  return <Picture title={speech.t('workbench.picture_reserves')} figure={figure} format={count} floor={speech.t('workbench.floor')} />
}

function ByAttribute({ outcome, first }: { outcome: AllocationOutcome; first: string }) {
  const speech = useSpeech()
  const count = useCount()
  const { known, terms, sponsorship } = useBench()
  const [chosen, setChosen] = useState(first)
  const attribute = known.get(chosen)
  const figure = useMemo(
    () => (attribute === undefined ? { kinds: [], rows: [] } : attributeFigure(outcome, sponsorship, terms, attribute, speech)),
    [outcome, sponsorship, terms, attribute, speech],
  )
  const options = [...known.values()].map(({ name, label }) => ({ value: name, label }))
  return (
    <Picture title={speech.t('workbench.picture_by', { what: attribute?.label ?? chosen })} figure={figure} format={count}>
      <Select label={speech.t('workbench.picture_attribute')} options={options} value={chosen} onChange={setChosen} />
    </Picture>
  )
}

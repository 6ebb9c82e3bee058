// What each fund pays, and what it has left.

import { Localized, Money } from '../../look'
import { useText } from '../../messages'
import type { AllocationOutcome, Fund } from '../../wire'

interface MoneyByFundProps {
  outcome: AllocationOutcome
  /** Amounts that this allocation supposes. */
  amounts: Record<string, number>
  funds: Record<string, Fund>
}

const columns = ['amount', 'kept_back', 'paid', 'free', 'lost'] as const

export function MoneyByFund({ outcome, amounts, funds }: MoneyByFundProps) {
  const t = useText()
  const supposed = Object.entries(amounts).filter(([id, amount]) => amount !== funds[id]?.amount)
  return (
    <section className="stack tight">
      <h3>{t('decision.money')}</h3>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('decision.money')}>
        <table className="by-fund">
          <thead>
            <tr>
              <th scope="col">{t('decision.fund')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`decision.money_${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(outcome.funds).map(([id, balance]) => (
              <tr key={id}>
                <th scope="row">{funds[id] === undefined ? <bdi>{id}</bdi> : <Localized of={funds[id].name} />}</th>
                {columns.map((column) => (
                  <td key={column} className="number">
                    <Money centimes={balance[column]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {supposed.map(([id, amount]) => (
        <p key={id} className="small">
          {t('decision.money_supposed')} <Localized of={funds[id]?.name ?? { und: id }} />: <Money centimes={amount} />{' '}
          <s>
            <Money centimes={funds[id]?.amount ?? 0} />
          </s>
        </p>
      ))}
    </section>
  )
}

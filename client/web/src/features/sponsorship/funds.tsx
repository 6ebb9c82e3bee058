// The funds out of which sponsorship is paid.

import { useState } from 'react'
import { useAct, useCommand } from '../../app/commands'
import { useRights } from '../../app/meeting'
import { Button, Empty, Localized, Money } from '../../look'
import { useSpeech } from '../../messages'
import type { Fund } from '../../wire'
import { useWholeTerms } from '../terms/topics'
import { ConditionWords, useVocabulary } from './condition'
import { FundForm } from './fund_form'
import { useCostName } from './standing_words'

export function Funds({ funds }: { funds: Record<string, Fund> }) {
  const { t } = useSpeech()
  const rights = useRights()
  const [editing, setEditing] = useState<string | null>(null)
  const all = Object.entries(funds)
  return (
    <section className="stack">
      <h2>{t('funds.title')}</h2>
      {all.length === 0 && <Empty>{t('funds.empty')}</Empty>}
      <ul className="lines">
        {all.map(([id, fund]) => (
          <li key={id} style={{ paddingBlock: 'var(--space-2)' }}>
            {editing === id ? (
              <FundForm id={id} fund={fund} onDone={() => setEditing(null)} />
            ) : (
              <FundLine id={id} fund={fund} onEdit={rights.secretariat ? () => setEditing(id) : undefined} />
            )}
          </li>
        ))}
      </ul>
      {rights.secretariat && editing === null && (
        <div>
          <Button onPress={() => setEditing('new')}>{t('funds.add')}</Button>
        </div>
      )}
      {editing === 'new' && <FundForm id={null} fund={undefined} onDone={() => setEditing(null)} />}
    </section>
  )
}

function FundLine({ id, fund, onEdit }: { id: string; fund: Fund; onEdit: (() => void) | undefined }) {
  const { t } = useSpeech()
  const command = useCommand()
  const { busy, act } = useAct()
  const { version, lost: _, ...details } = fund
  const remove = () =>
    act(
      () => command('sponsorship.remove_fund', { fund: id, version }),
      t('funds.removed'),
      () => command('sponsorship.put_fund', { version: 0, details: { id, ...details } }),
    )
  return (
    <div className="row apart">
      <div>
        <span className="strong">
          <Localized of={fund.name} />
        </span>{' '}
        <Money centimes={fund.amount} />
        {fund.earmark !== '' && (
          <p>
            <bdi className="muted">{fund.earmark}</bdi>
          </p>
        )}
        <FundRule fund={fund} />
        {fund.lost > 0 && (
          <p>
            {t('funds.lost')} <Money centimes={fund.lost} />
          </p>
        )}
      </div>
      {onEdit !== undefined && (
        <span className="row">
          <Button kind="quiet" onPress={onEdit}>
            {t('funds.change')}
          </Button>
          <Button kind="quiet" busy={busy} onPress={() => void remove()}>
            {t('funds.remove')}
          </Button>
        </span>
      )}
    </div>
  )
}

/** Whose costs the rule lets it pay, and which. */
function FundRule({ fund: { who, kinds } }: { fund: Fund }) {
  const { t, locale } = useSpeech()
  const known = useVocabulary(useWholeTerms()?.terms)
  const costName = useCostName()
  return (
    <p className="muted small">
      {t('funds.pays_for')} <ConditionWords of={who ?? {}} known={known} /> ·{' '}
      <bdi>{kinds === undefined ? t('funds.all_kinds') : new Intl.ListFormat(locale).format(kinds.map(costName))}</bdi>
    </p>
  )
}

// Proposals of before: notified, or replaced by a later one.

import { Moment, Tag } from '../../look'
import { useText } from '../../messages'
import type { Proposal } from '../../wire'
import { WholeHash } from './hash'
import { newestFirst, stageOf } from './stages'

interface PastProposalsProps {
  proposals: Record<string, Proposal>
  nameOf(account: string | undefined): string
}

export function PastProposals({ proposals, nameOf }: PastProposalsProps) {
  const t = useText()
  const past = newestFirst(proposals).filter(([, p]) => ['notified', 'superseded'].includes(stageOf(p)))
  if (past.length === 0) return null
  return (
    <section className="stack tight">
      <h2>{t('decision.past')}</h2>
      <ul className="lines">
        {past.map(([id, proposal]) => (
          <li key={id} className="stack tight" style={{ paddingBlock: 'var(--space-3)' }}>
            <p>
              <bdi className="strong">{proposal.name}</bdi>{' '}
              <Tag tone={proposal.notified === undefined ? 'plain' : 'good'}>{t(`decision.stage_${stageOf(proposal)}`)}</Tag>
            </p>
            <p className="muted">
              {t('decision.proposed_by', { name: nameOf(proposal.by) })} <Moment at={proposal.at} form="short" />
              {proposal.approvals.map(({ by, at }) => (
                <span key={by}>
                  {' · '}
                  {t('decision.approved_by', { name: nameOf(by) })} <Moment at={at} form="short" />
                </span>
              ))}
              {proposal.notified !== undefined && (
                <>
                  {' · '}
                  {t('decision.notified_at')} <Moment at={proposal.notified} form="short" />
                </>
              )}
            </p>
            <p className="muted">{t('decision.past_figures', { seats: proposal.granted, refusals: proposal.refused })}</p>
            {proposal.release_reason !== undefined && (
              <p>
                {t('decision.release_reason')} <bdi>{proposal.release_reason}</bdi>
              </p>
            )}
            <WholeHash of={proposal.hash} what={t('decision.hash_whole')} />
          </li>
        ))}
      </ul>
    </section>
  )
}

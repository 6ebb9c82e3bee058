// The proposal that waits for approval or notification: what it is, what it changes, who approved it.

import { useRights } from '../../app/meeting'
import { Banner, Disclosure, Moment, Money, Skeleton, Tag } from '../../look'
import { useText } from '../../messages'
import type { AllocationOutcome, Proposal, SponsorshipTerms, SponsorshipTopic } from '../../wire'
import { Approvals } from './approvals'
import { Changes } from './changes'
import { ShortHash, WholeHash } from './hash'
import { MoneyByFund } from './money_by_fund'
import { Notify } from './notify'
import { useProposalOutcome } from './outcome'
import { PolicyView } from './policy_view'
import { Reserves } from './reserves'
import { goneSince } from './seats'
import { stageOf } from './stages'

interface OpenProposalProps {
  id: string
  proposal: Proposal
  proposals: Record<string, Proposal>
  sponsorship: SponsorshipTopic
  terms: SponsorshipTerms | undefined
  nameOf(account: string | undefined): string
}

export function OpenProposal({ id, proposal, proposals, sponsorship, terms, nameOf }: OpenProposalProps) {
  const t = useText()
  const rights = useRights()
  const { outcome, problem } = useProposalOutcome(id)
  const stage = stageOf(proposal)
  return (
    <section className="stack wide">
      <div className="stack">
        <h2>
          <bdi>{proposal.name}</bdi> <Tag tone={stage === 'approved' ? 'good' : 'act'}>{t(`decision.stage_${stage}`)}</Tag>
        </h2>
        <p className="muted">
          {t('decision.proposed_by', { name: nameOf(proposal.by) })} <Moment at={proposal.at} />
        </p>
        {proposal.release_reason !== undefined && (
          <Banner tone="warn">
            {t('decision.release_reason')} <bdi>{proposal.release_reason}</bdi>
          </Banner>
        )}
        {outcome !== null && <Warnings outcome={outcome} sponsorship={sponsorship} />}
        <Figures proposal={proposal} outcome={outcome} />
      </div>
      <div className="two-columns">
        <div className="stack wide">
          {problem !== null && <Banner tone="bad">{problem}</Banner>}
          {outcome === null && problem === null && <Skeleton lines={6} />}
          {outcome !== null && <Changes outcome={outcome} proposals={proposals} sponsorship={sponsorship} />}
        </div>
        <div className="stack wide">
          <Approvals id={id} proposal={proposal} nameOf={nameOf} />
          {stage === 'approved' && rights.secretariat && outcome !== null && (
            <Notify id={id} outcome={outcome} applications={sponsorship.applications} />
          )}
          {stage === 'approved' && !rights.secretariat && <p>{t('decision.waits_for_notification')}</p>}
          {outcome !== null && (
            <Reserves outcome={outcome} policy={proposal.setup.policy} sponsorship={sponsorship} />
          )}
        </div>
      </div>
      {outcome !== null && <MoneyByFund outcome={outcome} amounts={proposal.setup.amounts} funds={sponsorship.funds} />}
      <PolicyView policy={proposal.setup.policy} terms={terms} sponsorship={sponsorship} />
      <Disclosure title={t('decision.proof')}>
        <Proof proposal={proposal} />
      </Disclosure>
    </section>
  )
}

function Figures({ proposal, outcome }: { proposal: Proposal; outcome: AllocationOutcome | null }) {
  const t = useText()
  const granted = outcome?.granted.reduce((sum, seat) => sum + seat.amount, 0)
  return (
    <dl className="figures">
      <div>
        <dt>{t('decision.seats')}</dt>
        <dd>{proposal.granted}</dd>
      </div>
      <div>
        <dt>{t('decision.refusals')}</dt>
        <dd>{proposal.refused}</dd>
      </div>
      {granted !== undefined && (
        <div>
          <dt>{t('decision.granted_money')}</dt>
          <dd>
            <Money centimes={granted} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('decision.hash')}</dt>
        <dd>
          <ShortHash of={proposal.hash} />
        </dd>
      </div>
    </dl>
  )
}

function Warnings({ outcome, sponsorship }: { outcome: AllocationOutcome; sponsorship: SponsorshipTopic }) {
  const t = useText()
  const gone = goneSince(outcome, sponsorship.applications).length
  return (
    <>
      {gone > 0 && <Banner tone="warn">{t('decision.gone_since', { count: gone })}</Banner>}
      {outcome.overcommitted !== undefined && (
        <Banner tone="bad">
          {t('decision.overcommitted')} <Money centimes={outcome.overcommitted.lacking} />
        </Banner>
      )}
    </>
  )
}

function Proof({ proposal }: { proposal: Proposal }) {
  const t = useText()
  const hashes = [
    [t('decision.hash_whole'), proposal.hash],
    [t('decision.hash_input'), proposal.input_sha256],
    [t('decision.hash_policy'), proposal.policy_sha256],
    [t('decision.seed'), proposal.seed],
  ] as const
  return (
    <div className="stack tight">
      <p className="muted">{t('decision.proof_explain')}</p>
      <dl className="facts">
        {hashes.map(([what, hash]) => (
          <div key={what} style={{ display: 'contents' }}>
            <dt>{what}</dt>
            <dd>
              <WholeHash of={hash} what={what} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

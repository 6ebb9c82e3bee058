// Deciding: a scenario is proposed, two people approve the same hash, the secretariat notifies everybody.

import { useHere, useMeetingTopic, useRights } from '../../app/meeting'
import { Link } from '../../app/router'
import { Banner, Disclosure, Empty, ScreenTitle, Skeleton } from '../../look'
import { useText } from '../../messages'
import type { AllocationsTopic, SponsorshipTopic, WholeTermsTopic } from '../../wire'
import { SponsorshipTabs } from '../sponsorship/tabs'
import { useCommitteeNames } from './names'
import { OpenProposal } from './open_proposal'
import { PastProposals } from './past_proposals'
import { Propose } from './propose'
import { openProposal } from './stages'
import './awards.css'

export default function Decision() {
  const t = useText()
  return (
    <div className="stack">
      <SponsorshipTabs />
      <ScreenTitle title={t('decision.title')}>{t('decision.title')}</ScreenTitle>
      <Content />
    </div>
  )
}

function Content() {
  const t = useText()
  const here = useHere()
  const rights = useRights()
  const allocations = useMeetingTopic<AllocationsTopic>('allocation@committee')
  const sponsorship = useMeetingTopic<SponsorshipTopic>('sponsorship@committee')
  const terms = useMeetingTopic<WholeTermsTopic>('sponsorship.terms@committee')
  const proposals = allocations.state?.proposals ?? {}
  const nameOf = useCommitteeNames(Object.values(proposals).flatMap((p) => [p.by, ...p.approvals.map((a) => a.by)]))
  if (allocations.refused !== null || sponsorship.refused !== null || !(rights.committee || rights.secretariat)) {
    return <p role="alert">{t('error.forbidden')}</p>
  }
  if (allocations.state === undefined || sponsorship.state === undefined || terms.state === undefined) {
    return <Skeleton lines={8} />
  }
  const open = openProposal(proposals)
  const propose = <Propose allocations={allocations.state} replaces={open?.[1]} />
  return (
    <div className="stack wide">
      {open === undefined ? (
        <section className="stack">
          <Empty>{t('decision.empty')}</Empty>
          {propose}
        </section>
      ) : (
        <>
          <OpenProposal
            key={open[0]}
            id={open[0]}
            proposal={open[1]}
            proposals={proposals}
            sponsorship={sponsorship.state}
            terms={terms.state.terms}
            nameOf={nameOf}
          />
          <Disclosure title={t('decision.propose_another')}>
            <div className="stack">
              <Banner tone="warn">{t('decision.replaces', { name: open[1].name })}</Banner>
              {propose}
            </div>
          </Disclosure>
        </>
      )}
      <PastProposals proposals={proposals} nameOf={nameOf} />
      <p>
        <Link to={here('/sponsorship/awards?view=record')}>{t('decision.to_record')}</Link>
      </p>
    </div>
  )
}

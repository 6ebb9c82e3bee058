// Who approved a proposal, and approving it.

import { useAct, useCommand } from '../../app/commands'
import { useSession } from '../../app/session'
import { Button, Moment } from '../../look'
import { useText } from '../../messages'
import type { Proposal } from '../../wire'
import { ShortHash } from './hash'
import { stageOf } from './stages'

interface ApprovalsProps {
  id: string
  proposal: Proposal
  nameOf(account: string | undefined): string
}

export function Approvals({ id, proposal, nameOf }: ApprovalsProps) {
  const t = useText()
  return (
    <section className="card stack">
      <h3>{t('decision.approvals')}</h3>
      {proposal.approvals.length === 0 ? (
        <p className="muted">{t('decision.approvals_none')}</p>
      ) : (
        <ol className="stack tight">
          {proposal.approvals.map(({ by, at }) => (
            <li key={by}>
              <bdi className="strong">{nameOf(by)}</bdi>
              <br />
              <span className="muted">
                <Moment at={at} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {stageOf(proposal) === 'approved' ? (
        <p>{t('decision.approved_by_two')}</p>
      ) : (
        <Approve id={id} proposal={proposal} />
      )}
    </section>
  )
}

function Approve({ id, proposal }: Pick<ApprovalsProps, 'id' | 'proposal'>) {
  const t = useText()
  const { who } = useSession()
  const command = useCommand()
  const { busy, act } = useAct()
  const mine = proposal.approvals.find(({ by }) => by === who.account)
  const approve = () =>
    act(() => command('sponsorship.approve', { proposal: id, hash: proposal.hash }), t('decision.approval_given'))
  return (
    <>
      <p id="approve-explain">
        {mine === undefined ? t('decision.approve_explain') : t('decision.approved_already')}
      </p>
      <div className="row">
        <Button
          kind="primary"
          busy={busy}
          isDisabled={mine !== undefined}
          aria-describedby="approve-explain"
          onPress={() => void approve()}
        >
          {t('decision.approve')}
        </Button>
        <ShortHash of={proposal.hash} />
      </div>
    </>
  )
}

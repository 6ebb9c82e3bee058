// Accepting or declining an award. Declining asks once more, where it stands: it cannot be taken back.

import { useState } from 'react'
import { useAct, useCommand } from '../../app/commands'
import { Banner, Button } from '../../look'
import { useText } from '../../messages'

export function AnswerAward({ delegation, id, name }: { delegation: string; id: string; name: string }) {
  const t = useText()
  const command = useCommand()
  const { busy, act } = useAct()
  const [declining, setDeclining] = useState(false)
  const answer = (accepts: boolean) =>
    act(
      () => command('sponsorship.answer_award', { delegation, application: id, accepts }),
      t(accepts ? 'application.done_accept' : 'application.done_decline'),
    )
  if (!declining) {
    return (
      <div className="row">
        <Button kind="primary" busy={busy} onPress={() => void answer(true)}>
          {t('application.accept')}
        </Button>
        <Button onPress={() => setDeclining(true)}>{t('application.decline')}</Button>
      </div>
    )
  }
  return (
    <Banner tone="warn">
      <div className="stack tight" role="alert">
        <p>{t('application.decline_sure', { name })}</p>
        <div className="row">
          <Button autoFocus onPress={() => setDeclining(false)}>
            {t('application.decline_not')}
          </Button>
          <Button kind="danger" busy={busy} onPress={() => void answer(false)}>
            {t('application.decline_yes')}
          </Button>
        </div>
      </div>
    </Banner>
  )
}

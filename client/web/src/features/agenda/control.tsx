// Opening, suspending and closing an item, for those who lead the debate.

import { useAct, useCommand } from '../../app/commands'
import { Button } from '../../look'
import { useText } from '../../messages'
import type { ItemState } from '../../wire'

type Verb = 'open' | 'suspend' | 'close'

const possible: Record<ItemState, Verb[]> = {
  pending: ['open'],
  open: ['suspend', 'close'],
  suspended: ['open', 'close'],
  closed: ['open'],
}

export function Control({ id, number, state }: { id: string; number: string; state: ItemState }) {
  const t = useText()
  const command = useCommand()
  const { busy, act } = useAct()
  const run = (verb: Verb) => {
    const undo = verb === 'close' ? () => command('agenda.open', { item: id }) : undefined
    return act(() => command(`agenda.${verb}`, { item: id }), t(`agenda.done_${verb}`, { number }), undo)
  }
  return (
    <div className="row">
      {possible[state].map((verb, i) => (
        <Button key={verb} kind={i === 0 ? 'primary' : 'plain'} busy={busy} onPress={() => void run(verb)}>
          {t(verb === 'open' && state !== 'pending' ? 'agenda.do_reopen' : `agenda.do_${verb}`, { number })}
        </Button>
      ))}
    </div>
  )
}

// Moving an item one step, or below another; taking out one that was never opened.

import { useState } from 'react'
import { useAct, useCommand } from '../../app/commands'
import { useHere } from '../../app/meeting'
import { navigate } from '../../app/router'
import { Button, Select } from '../../look'
import { pick, useSpeech } from '../../messages'
import type { AgendaTopic } from '../../wire'
import { childrenOf, isWithin, placeOf, stepped, type Place } from './tree'

const top = '-'

export function MoveItem({ agenda, id }: { agenda: AgendaTopic; id: string }) {
  const { t, language } = useSpeech()
  const command = useCommand()
  const here = useHere()
  const { busy, act } = useAct()
  const [below, setBelow] = useState(top)
  const item = agenda.items[id]
  if (item === undefined) return null
  const { number, title, version, state } = item

  const move = (place: Place | null) =>
    place !== null && void act(() => command('agenda.move', { item: id, version, ...place }), t('agenda.moved', { number }))
  const moveBelow = () => {
    const parent = below === top ? undefined : below
    const after = childrenOf(agenda, parent).filter((other) => other !== id).at(-1)
    move({ ...(parent === undefined ? {} : { parent }), ...(after === undefined ? {} : { after }) })
  }
  const remove = () => {
    const back = () => command('agenda.add', { number, title, ...placeOf(agenda, id) })
    void act(() => command('agenda.remove', { item: id, version }), t('agenda.removed', { number }), back).then(
      (done) => done && navigate(here('/agenda'), { replace: true }),
    )
  }
  const places = agenda.order
    .filter((other) => !isWithin(agenda, other, id))
    .map((other) => ({
      value: other,
      label: `${agenda.items[other]?.number} ${pick(agenda.items[other]?.title, language).text}`,
    }))
  const [up, down] = [stepped(agenda, id, -1), stepped(agenda, id, 1)]
  const removable = state === 'pending' && item.opened === undefined && childrenOf(agenda, id).length === 0
  return (
    <div className="stack">
      <div className="row">
        <Button busy={busy} isDisabled={up === null} onPress={() => move(up)}>
          {t('agenda.up')}
        </Button>
        <Button busy={busy} isDisabled={down === null} onPress={() => move(down)}>
          {t('agenda.down')}
        </Button>
      </div>
      <Select
        label={t('agenda.below')}
        options={[{ value: top, label: t('agenda.at_top') }, ...places]}
        value={below}
        onChange={setBelow}
      />
      <div className="row">
        <Button busy={busy} onPress={moveBelow}>
          {t('agenda.move_there')}
        </Button>
        {removable && (
          <Button kind="danger" busy={busy} onPress={remove}>
            {t('agenda.remove', { number })}
          </Button>
        )}
      </div>
    </div>
  )
}

// The keys at work, and the list of them.

import { useEffect, useState, type ReactNode } from 'react'
import { Dialog } from '../look/overlays'
import { Button } from '../look'
import { useText } from '../messages'
import { focusSearch, Keys, moveRow, readPress } from './keyboard'
import { keysOn } from './keys_setting'
import { useMeetingId, useRights } from './meeting'
import { places, type Place } from './places'
import { navigate } from './router'

/** Listens for the desk's keys; yields the help when it was asked for. */
export function useKeyboard(): ReactNode {
  const rights = useRights()
  const meeting = useMeetingId()
  const [help, setHelp] = useState(false)
  const mine = meeting === null ? [] : places.filter((place) => place.seen(rights))

  useEffect(() => {
    const keys = new Keys()
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !keysOn()) return
      const action = keys.press(readPress(event))
      if (action === null) return
      event.preventDefault()
      if (action.kind === 'help') setHelp(true)
      if (action.kind === 'row') moveRow(action.step)
      if (action.kind === 'search' && !focusSearch()) goTo(mine.find((p) => p.id === 'documents'), meeting)
      if (action.kind === 'go') goTo(mine.find((p) => p.key === action.letter), meeting)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })

  return help ? <KeyList places={mine} onClose={() => setHelp(false)} /> : null
}

function goTo(place: Place | undefined, meeting: string | null) {
  if (place !== undefined && meeting !== null) navigate(place.address(meeting))
}

function KeyList({ places: mine, onClose }: { places: Place[]; onClose(): void }) {
  const t = useText()
  const rows: [string, string][] = [
    ['/', t('keys.search')],
    ['j', t('keys.next')],
    ['k', t('keys.previous')],
    ['?', t('keys.help')],
    ...mine.map((place): [string, string] => [`g ${place.key}`, t('keys.go', { place: t(place.label) })]),
  ]
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className="facts">
        {rows.map(([key, what]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button onPress={onClose}>{t('look.dismiss')}</Button>
      </div>
    </Dialog>
  )
}

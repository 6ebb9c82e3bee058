// Where a registration stands, in a word.

import { Tag, type Tone } from '../../look'
import { useText } from '../../messages'
import type { RegistrationState } from '../../wire'

const tones: Record<RegistrationState, Tone> = {
  draft: 'plain',
  submitted: 'act',
  returned: 'bad',
  approved: 'good',
  changed: 'warn',
}

export function RegistrationTag({ state }: { state: RegistrationState }) {
  const t = useText()
  return <Tag tone={tones[state]}>{t(`registration.${state}`)}</Tag>
}

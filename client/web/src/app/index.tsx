// The app: who is signed in, which meeting, which screen.

import { Suspense } from 'react'
import { Catalogue } from '../messages/catalogue'
import { SpeechProvider } from '../messages'
import type { Identity } from '../wire'
import { Frame } from './frame'
import { MeetingProvider } from './meeting'
import { usePath } from './router'
import { choose } from './routes'
import { SessionProvider } from './session'

export function App({ catalogue, who }: { catalogue: Catalogue; who: Identity }) {
  return (
    <SpeechProvider first={catalogue}>
      <SessionProvider first={who}>
        <MeetingProvider>
          <Place />
        </MeetingProvider>
      </SessionProvider>
    </SpeechProvider>
  )
}

function Place() {
  const { kind, screen } = choose(usePath())
  if (kind === 'wall') return <Suspense>{screen}</Suspense>
  return <Frame broad={kind === 'broad'}>{screen}</Frame>
}

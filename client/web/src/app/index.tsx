// The app: who is signed in, which meeting, which screen.

import { Suspense } from 'react'
import { Catalogue } from '../messages/catalogue'
import { SpeechProvider } from '../messages'
import { Frame } from './frame'
import { MeetingProvider } from './meeting'
import { usePath } from './router'
import { choose } from './routes'
import { SessionProvider, type Known } from './session'

interface AppProps {
  catalogue: Catalogue
  who: Known
  /** What this browser keeps of topics. */
  kept: [string, unknown][]
}

export function App({ catalogue, who, kept }: AppProps) {
  return (
    <SpeechProvider first={catalogue}>
      <SessionProvider first={who} kept={kept}>
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

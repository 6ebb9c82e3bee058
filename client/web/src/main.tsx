import './look/tokens.css'
import './look/base.css'
import './look/controls.css'
import './look/parts.css'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { firstIdentity } from './app/session'
import { loadKept } from './live/keeping_store'
import { startAppearance } from './look/appearance'
import { firstCatalogue } from './messages'

startAppearance()
void Promise.all([firstCatalogue(), firstIdentity(), loadKept()]).then(([catalogue, who, kept]) =>
  createRoot(document.getElementById('root')!).render(<App catalogue={catalogue} who={who} kept={kept} />),
)

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => {}))
}

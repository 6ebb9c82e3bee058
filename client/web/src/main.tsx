import './look/tokens.css'
import './look/base.css'
import './look/controls.css'
import './look/parts.css'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { firstIdentity } from './app/session'
import { startAppearance } from './look/appearance'
import { firstCatalogue } from './messages'

startAppearance()
void Promise.all([firstCatalogue(), firstIdentity()]).then(([catalogue, who]) =>
  createRoot(document.getElementById('root')!).render(<App catalogue={catalogue} who={who} />),
)

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => {}))
}

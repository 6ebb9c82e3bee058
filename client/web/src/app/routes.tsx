// Which screen stands at which address. Each is loaded when it is first looked at.

import { lazy, type ComponentType, type ReactNode } from 'react'
import { match } from './router'

type Screen = ComponentType<ScreenProps>
/** A screen that takes nothing of its address is one too. */
const later = (load: () => Promise<{ default: Screen | ComponentType }>) => lazy(load as () => Promise<{ default: Screen }>)

const screens = {
  home: later(() => import('../features/home')),
  sign_in: later(() => import('../features/sign_in')),
  link: later(() => import('../features/sign_in/by_link')),
  more: later(() => import('../features/more')),
  today: later(() => import('../features/today')),
  agenda: later(() => import('../features/agenda')),
  agenda_versions: later(() => import('../features/agenda/versions')),
  documents: later(() => import('../features/documents')),
  participants: later(() => import('../features/participants')),
  delegation: later(() => import('../features/delegation')),
  member: later(() => import('../features/delegation/member')),
  application: later(() => import('../features/delegation/application')),
  registrations: later(() => import('../features/registrations')),
  sponsorship: later(() => import('../features/sponsorship')),
  workbench: later(() => import('../features/workbench')),
  compare: later(() => import('../features/workbench/compare_screen')),
  decision: later(() => import('../features/awards/decision')),
  awards: later(() => import('../features/awards')),
  terms: later(() => import('../features/terms')),
  published_terms: later(() => import('../features/terms/published')),
  my_application: later(() => import('../features/my_application')),
  notices: later(() => import('../features/notices')),
  accounts: later(() => import('../features/accounts')),
  meetings: later(() => import('../features/meetings')),
  screen: later(() => import('../features/screen')),
  not_found: later(() => import('../features/not_found')),
}

type ScreenName = keyof typeof screens

/** `broad`: uses the whole width of a desk. `wall`: without the frame. */
interface RouteShape {
  at: string
  screen: ScreenName
  kind?: 'broad' | 'wall'
}

const routes: RouteShape[] = [
  { at: '/', screen: 'home' },
  { at: '/sign-in', screen: 'sign_in' },
  { at: '/link/:token', screen: 'link' },
  { at: '/more', screen: 'more' },
  { at: '/accounts', screen: 'accounts', kind: 'broad' },
  { at: '/accounts/:account', screen: 'accounts', kind: 'broad' },
  { at: '/meetings', screen: 'meetings' },
  { at: '/screen', screen: 'screen', kind: 'wall' },
  { at: '/screen/:meeting', screen: 'screen', kind: 'wall' },
  { at: '/m/:meeting', screen: 'today' },
  { at: '/m/:meeting/agenda', screen: 'agenda', kind: 'broad' },
  { at: '/m/:meeting/agenda-versions', screen: 'agenda_versions' },
  { at: '/m/:meeting/agenda/:item', screen: 'agenda', kind: 'broad' },
  { at: '/m/:meeting/documents', screen: 'documents', kind: 'broad' },
  { at: '/m/:meeting/documents/:document', screen: 'documents', kind: 'broad' },
  { at: '/m/:meeting/participants', screen: 'participants' },
  { at: '/m/:meeting/participants/:delegation', screen: 'participants' },
  { at: '/m/:meeting/delegation', screen: 'delegation' },
  { at: '/m/:meeting/delegation/:delegation', screen: 'delegation' },
  { at: '/m/:meeting/delegation/:delegation/member/:member', screen: 'member' },
  { at: '/m/:meeting/delegation/:delegation/sponsorship/:member', screen: 'application' },
  { at: '/m/:meeting/registrations', screen: 'registrations', kind: 'broad' },
  { at: '/m/:meeting/registrations/:delegation', screen: 'registrations', kind: 'broad' },
  { at: '/m/:meeting/sponsorship', screen: 'sponsorship', kind: 'broad' },
  { at: '/m/:meeting/sponsorship/workbench', screen: 'workbench', kind: 'broad' },
  { at: '/m/:meeting/sponsorship/workbench/:scenario', screen: 'workbench', kind: 'broad' },
  { at: '/m/:meeting/sponsorship/compare', screen: 'compare', kind: 'broad' },
  { at: '/m/:meeting/sponsorship/decision', screen: 'decision', kind: 'broad' },
  { at: '/m/:meeting/sponsorship/awards', screen: 'awards', kind: 'broad' },
  { at: '/m/:meeting/sponsorship/terms', screen: 'terms' },
  { at: '/m/:meeting/sponsorship-terms', screen: 'published_terms' },
  { at: '/m/:meeting/my-application', screen: 'my_application' },
  { at: '/m/:meeting/sponsorship/:application', screen: 'sponsorship', kind: 'broad' },
  { at: '/m/:meeting/notices', screen: 'notices', kind: 'broad' },
]

export interface ScreenProps {
  /** The named parts of the address. */
  at: Record<string, string>
}

export interface Chosen {
  kind: RouteShape['kind'] | 'plain'
  screen: ReactNode
}

export function choose(path: string): Chosen {
  for (const { at: pattern, screen, kind = 'plain' } of routes) {
    const at = match(pattern, path)
    if (at === null) continue
    const Screen = screens[screen]
    return { kind, screen: <Screen key={screen} at={at} /> }
  }
  const NotFound = screens.not_found
  return { kind: 'plain', screen: <NotFound at={{}} /> }
}

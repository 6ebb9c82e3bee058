// The places of the app, and who sees which.

import type { MessageKey } from '../messages'
import type { IconName } from '../look/icon'
import type { Rights } from './rights'

export interface Place {
  id: string
  label: MessageKey
  icon: IconName
  /** The letter after `g`. */
  key: string
  address(meeting: string): string
  seen(rights: Rights): boolean
}

const inMeeting = (rest: string) => (meeting: string) => `/m/${encodeURIComponent(meeting)}${rest}`

export const places: Place[] = [
  { id: 'today', label: 'place.today', icon: 'today', key: 't', address: inMeeting(''), seen: () => true },
  { id: 'agenda', label: 'place.agenda', icon: 'list', key: 'a', address: inMeeting('/agenda'), seen: () => true },
  { id: 'documents', label: 'place.documents', icon: 'paper', key: 'd', address: inMeeting('/documents'), seen: () => true },
  {
    id: 'delegation',
    label: 'place.delegation',
    icon: 'people',
    key: 'm',
    address: inMeeting('/delegation'),
    seen: (r) => r.delegations.length > 0,
  },
  {
    id: 'my_application',
    label: 'place.my_application',
    icon: 'money',
    key: 'y',
    address: inMeeting('/my-application'),
    seen: (r) => r.members.length > 0,
  },
  {
    id: 'registrations',
    label: 'place.registrations',
    icon: 'check',
    key: 'r',
    address: inMeeting('/registrations'),
    seen: (r) => r.secretariat,
  },
  {
    id: 'participants',
    label: 'place.participants',
    icon: 'people',
    key: 'p',
    address: inMeeting('/participants'),
    seen: (r) => r.participant,
  },
  {
    id: 'sponsorship',
    label: 'place.sponsorship',
    icon: 'money',
    key: 's',
    address: inMeeting('/sponsorship'),
    seen: (r) => r.committee || r.secretariat,
  },
  { id: 'notices', label: 'place.notices', icon: 'bell', key: 'n', address: inMeeting('/notices'), seen: (r) => r.secretariat },
  { id: 'accounts', label: 'place.accounts', icon: 'key', key: 'c', address: () => '/accounts', seen: (r) => r.secretariat },
  { id: 'meetings', label: 'place.meetings', icon: 'gear', key: 'i', address: () => '/meetings', seen: (r) => r.secretariat },
  { id: 'more', label: 'place.more', icon: 'more', key: 'o', address: () => '/more', seen: () => true },
]

/** Today, Agenda, Documents, one more that matters to this person, and More. */
export function bottomPlaces(rights: Rights): Place[] {
  const seen = places.filter((place) => place.seen(rights))
  const fourth = ['my_application', 'delegation', 'registrations', 'sponsorship', 'participants']
    .map((id) => seen.find((place) => place.id === id))
    .find((place) => place !== undefined)
  const wanted = ['today', 'agenda', 'documents', fourth?.id, 'more']
  return seen.filter((place) => wanted.includes(place.id))
}

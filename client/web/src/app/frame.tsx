// What stands around every screen but the wall: connection, current item, clock, places.

import { Suspense, type ReactNode } from 'react'
import { Icon } from '../look/icon'
import { Skeleton } from '../look'
import { Toasts } from '../look/toast'
import { useText } from '../messages'
import { Banners } from './banners'
import { Clock } from './clock'
import { ConnectionMark } from './connection_mark'
import { Guard } from './guard'
import { useKeyboard } from './keyboard_help'
import { useMeetingId, useMeetingName, useRights } from './meeting'
import { CurrentItem } from './current_item'
import { bottomPlaces, places, type Place } from './places'
import { Link, usePath } from './router'
import { useCounts } from './counts'
import { useSession } from './session'
import './frame.css'

export function Frame({ children, broad }: { children: ReactNode; broad: boolean }) {
  const t = useText()
  const help = useKeyboard()
  const path = usePath()
  return (
    <div className={`frame${broad ? ' dense' : ''}`}>
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <SideBar />
      <header className="top-bar">
        <ConnectionMark />
        <CurrentItem />
        <Clock />
        <SignInLink />
      </header>
      <div className="frame-banners">
        <Banners />
      </div>
      <main id="content" tabIndex={-1} className={broad ? 'broad' : ''}>
        <Guard key={path}>
          <Suspense fallback={<Skeleton />}>{children}</Suspense>
        </Guard>
      </main>
      <BottomBar />
      <Toasts />
      {help}
    </div>
  )
}

function SignInLink() {
  const t = useText()
  const { who } = useSession()
  const path = usePath()
  if (who.account !== undefined || path === '/sign-in') return null
  return <Link to={`/sign-in?next=${encodeURIComponent(path)}`}>{t('frame.sign_in')}</Link>
}

function isAt(path: string, place: Place, meeting: string): boolean {
  const address = place.address(meeting)
  return path === address || (place.id !== 'today' && path.startsWith(`${address}/`))
}

function PlaceCount({ place }: { place: Place }) {
  const t = useText()
  const count = useCounts()[place.id] ?? 0
  if (count === 0) return null
  return (
    <>
      <span className="count" aria-hidden>
        {count}
      </span>
      <span className="heard">{t('frame.count_waiting', { count })}</span>
    </>
  )
}

function SideBar() {
  const t = useText()
  const path = usePath()
  const meeting = useMeetingId()
  const name = useMeetingName()
  const rights = useRights()
  if (meeting === null) return <div className="side-bar" />
  return (
    <nav className="side-bar" aria-label={t('frame.places')}>
      <Link to={`/m/${encodeURIComponent(meeting)}`} className="meeting-name">
        {name}
      </Link>
      {places
        .filter((place) => place.seen(rights))
        .map((place) => (
          <Link
            key={place.id}
            to={place.address(meeting)}
            className="place"
            aria-current={isAt(path, place, meeting) ? 'page' : undefined}
            aria-keyshortcuts={`g ${place.key}`}
          >
            <Icon name={place.icon} />
            <span className="label">{t(place.label)}</span>
            <PlaceCount place={place} />
          </Link>
        ))}
    </nav>
  )
}

function BottomBar() {
  const t = useText()
  const path = usePath()
  const meeting = useMeetingId()
  const rights = useRights()
  if (meeting === null) return null
  return (
    <nav className="bottom-bar no-print" aria-label={t('frame.places')}>
      {bottomPlaces(rights).map((place) => (
        <Link
          key={place.id}
          to={place.address(meeting)}
          aria-current={isAt(path, place, meeting) ? 'page' : undefined}
        >
          <Icon name={place.icon} />
          {t(place.label)}
          <PlaceCount place={place} />
        </Link>
      ))}
    </nav>
  )
}

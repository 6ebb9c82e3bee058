// The screens of sponsorship, for the committee and the secretariat.

import { useHere } from '../../app/meeting'
import { Link, usePath } from '../../app/router'
import { useText } from '../../messages'

const tabs = [
  ['applications', '/sponsorship'],
  ['workbench', '/sponsorship/workbench'],
  ['compare', '/sponsorship/compare'],
  ['decision', '/sponsorship/decision'],
  ['awards', '/sponsorship/awards'],
  ['terms', '/sponsorship/terms'],
] as const

/** Stands above the title of each of these screens; whatever is below `/sponsorship` and no other tab is an application. */
export function SponsorshipTabs() {
  const t = useText()
  const here = useHere()
  const path = usePath()
  const current = tabs.slice(1).find(([, to]) => path === here(to) || path.startsWith(`${here(to)}/`)) ?? tabs[0]
  return (
    <nav className="tab-list no-print" aria-label={t('sponsorship_tabs.title')}>
      {tabs.map((tab) => (
        <Link key={tab[0]} to={here(tab[1])} className="tab" aria-current={tab === current ? 'page' : undefined}>
          {t(`sponsorship_tabs.${tab[0]}`)}
        </Link>
      ))}
    </nav>
  )
}

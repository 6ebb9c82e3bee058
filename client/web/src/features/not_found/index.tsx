// For addresses at which nothing is.

import { ButtonLink, ScreenTitle } from '../../look'
import { useText } from '../../messages'

export default function NotFound() {
  const t = useText()
  return (
    <div className="stack">
      <ScreenTitle title={t('look.not_found_title')}>{t('look.not_found_title')}</ScreenTitle>
      <p>{t('look.not_found')}</p>
      <div>
        <ButtonLink to="/">{t('place.today')}</ButtonLink>
      </div>
    </div>
  )
}

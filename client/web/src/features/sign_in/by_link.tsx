// Signing in by a one-time link.

import { useEffect, useRef, useState } from 'react'
import { navigate } from '../../app/router'
import type { ScreenProps } from '../../app/routes'
import { useSession } from '../../app/session'
import { Button, ScreenTitle } from '../../look'
import { useText } from '../../messages'
import { useRefusalWords } from '../../messages/refusals'

export default function SignInByLink({ at }: ScreenProps) {
  const token = at.token ?? ''
  const t = useText()
  const words = useRefusalWords()
  const { useLink: signInByLink } = useSession()
  const [refused, setRefused] = useState<string | null>(null)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    signInByLink(token).then(
      () => navigate('/', { replace: true }),
      (error: unknown) => setRefused(words(error)),
    )
  }, [signInByLink, token, words])
  return (
    <div className="stack">
      <ScreenTitle title={t('frame.sign_in')}>{t('frame.sign_in')}</ScreenTitle>
      {refused === null ? <p role="status">{t('sign_in.by_link')}</p> : <p role="alert">{refused}</p>}
      {refused !== null && <Button onPress={() => navigate('/sign-in')}>{t('sign_in.with_password')}</Button>}
    </div>
  )
}

// A language by its name in the reader's language; the six official ones by their own.

import { useCallback } from 'react'
import { isLanguage, ownNames, useSpeech } from '../../messages'

export function useLanguageName(): (tag: string) => string {
  const { locale } = useSpeech()
  return useCallback(
    (tag: string) => {
      if (isLanguage(tag)) return ownNames[tag]
      try {
        return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
      } catch {
        return tag
      }
    },
    [locale],
  )
}

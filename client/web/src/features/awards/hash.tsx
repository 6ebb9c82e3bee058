// A hash as people compare it: its beginning, all of it, and a way to copy it.

import { Button, say } from '../../look'
import { useText } from '../../messages'

const short_length = 12

export function ShortHash({ of }: { of: string }) {
  return <bdi className="hash">{of.slice(0, short_length)}</bdi>
}

export function WholeHash({ of, what }: { of: string; what: string }) {
  const t = useText()
  const copy = () => {
    navigator.clipboard.writeText(of).then(() => say(t('decision.copied'), 'good'), () => say(of))
  }
  return (
    <span className="row tight">
      <bdi className="hash">{of}</bdi>
      <Button kind="quiet" aria-label={t('decision.copy_what', { what })} onPress={copy}>
        {t('decision.copy')}
      </Button>
    </span>
  )
}

// A screen that breaks takes nothing else with it.

import { Component, type ReactNode } from 'react'
import { Button } from '../look'
import { useText } from '../messages'

interface GuardProps {
  children: ReactNode
}

export class Guard extends Component<GuardProps, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const t = useText()
  return (
    <div className="stack" role="alert">
      <h1>{t('look.broken_title')}</h1>
      <p>{t('look.broken')}</p>
      <div>
        <Button kind="primary" onPress={() => location.reload()}>
          {t('look.reload')}
        </Button>
      </div>
    </div>
  )
}

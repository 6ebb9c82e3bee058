// Buttons are verbs with their object. A link that looks like a button still is a link.

import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Link } from '../app/router'
import { useText } from '../messages'

type Kind = 'primary' | 'danger' | 'quiet' | 'plain'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  kind?: Kind
  big?: boolean
  /** At work: it can still be reached, but not pressed again. */
  busy?: boolean
  children: ReactNode
}

const classes = (kind: Kind, big: boolean) => `button ${kind}${big ? ' big' : ''}`

export function Button({ kind = 'plain', big = false, busy = false, children, ...rest }: ButtonProps) {
  const t = useText()
  return (
    <AriaButton {...rest} isPending={busy} className={classes(kind, big)}>
      {busy ? t('look.working') : children}
    </AriaButton>
  )
}

interface ButtonLinkProps {
  to: string
  kind?: Kind
  big?: boolean
  children: ReactNode
}

export function ButtonLink({ to, kind = 'plain', big = false, children }: ButtonLinkProps) {
  return (
    <Link to={to} className={classes(kind, big)}>
      {children}
    </Link>
  )
}

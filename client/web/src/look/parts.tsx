// The small parts that every screen is made of.

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Button } from 'react-aria-components/Button'
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar'
import { Label } from 'react-aria-components/Label'
import { useStatus } from '../live/react'
import { useText } from '../messages'

export type Tone = 'good' | 'warn' | 'bad' | 'act' | 'plain'

/** The state of a thing, in a word. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>
}

/** What the whole screen should know: offline, read-only, changed meanwhile. */
export function Banner({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <div className={`banner ${tone}`}>{children}</div>
}

/** Says what will be here, and what to do first. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty stack tight">{children}</div>
}

/** Shown only when loading takes longer than a moment; without a connection, says that there is nothing to wait for. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const t = useText()
  const { phase } = useStatus()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  if (phase === 'lost' || phase === 'stopped') return <Empty>{t('look.not_kept')}</Empty>
  return (
    <div className="skeleton" role="status" aria-label={t('look.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  )
}

interface DisclosureProps {
  title: ReactNode
  open?: boolean
  children: ReactNode
}

export function Disclosure({ title, open = false, children }: DisclosureProps) {
  return (
    <AriaDisclosure defaultExpanded={open}>
      <Button slot="trigger" className="disclosure-button">
        {title}
      </Button>
      <DisclosurePanel>{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}

/** `share` is 0 to 1; absent while nobody knows. */
export function ProgressBar({ label, share }: { label: string; share?: number | undefined }) {
  return (
    <AriaProgressBar
      className="progress"
      {...(share === undefined ? { isIndeterminate: true } : { value: Math.round(share * 100) })}
    >
      {({ percentage, valueText }) => (
        <>
          <div className="row apart">
            <Label>{label}</Label>
            <span className="numbers">{valueText}</span>
          </div>
          <div className="progress-track">
            <div className="progress-fill" style={{ inlineSize: `${percentage ?? 30}%` }} />
          </div>
        </>
      )}
    </AriaProgressBar>
  )
}

/** The heading of a screen: names the window, and takes the focus when the screen was reached by a link. */
export function ScreenTitle({ children, title }: { children: ReactNode; title: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – Dais`
  }, [title])
  useEffect(() => {
    if (history.state?.moved === true) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}

/** True for some seconds after `value` has changed, for marking softly what arrived live. */
export function useFresh(value: unknown): boolean {
  const before = useRef(value)
  const [fresh, setFresh] = useState(false)
  useEffect(() => {
    if (Object.is(before.current, value)) return
    before.current = value
    setFresh(true)
    const timer = setTimeout(() => setFresh(false), 4000)
    return () => clearTimeout(timer)
  }, [value])
  return fresh
}

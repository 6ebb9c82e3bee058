// A figure as bars and as a table: the table is always there for whoever hears it, and in sight on request.

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '../../../look'
import { directionOf, useSpeech } from '../../../messages'
import type { Figure } from '../figures'
import type { Drawing } from './plot'
import { Key } from './patterns'

interface PictureProps {
  title: string
  figure: Figure
  /** How a value is written: in full, and short beside an axis. */
  format(value: number): string
  short?(value: number): string
  /** What the line across a bar is. */
  floor?: string
  children?: ReactNode
}

/** As in plot.ts, which is loaded later. */
const fills = ['var(--act)', 'url(#bench-hatch)', 'url(#bench-dots)', 'url(#bench-cross)']

export function Picture({ title, figure, format, short = format, floor, children }: PictureProps) {
  const { t, language } = useSpeech()
  const [table, setTable] = useState(false)
  const { kinds, rows } = figure
  return (
    <figure className={`picture stack tight${table ? ' table' : ''}`}>
      <figcaption className="row apart">
        <h3>{title}</h3>
        <Button kind="quiet" aria-pressed={table} onPress={() => setTable(!table)}>
          {t('workbench.as_table')}
        </Button>
      </figcaption>
      {children}
      {!table && (
        <>
          <ul className="row picture-keys" aria-hidden>
            {kinds.map((kind, i) => (
              <Key key={kind} fill={fills[i % fills.length] ?? ''}>
                {kind}
              </Key>
            ))}
            {floor !== undefined && <li className="picture-key floor">{floor}</li>}
          </ul>
          <Bars figure={figure} rtl={directionOf(language) === 'rtl'} format={short} />
        </>
      )}
      <div className={table ? 'scroll-x' : 'heard'} {...(table ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}>
        <table>
          <caption className="heard">{title}</caption>
          <thead>
            <tr>
              <td />
              {kinds.map((kind) => (
                <th key={kind} scope="col" className="number">
                  {kind}
                </th>
              ))}
              {floor !== undefined && (
                <th scope="col" className="number">
                  {floor}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, parts, floor: least }) => (
              <tr key={id}>
                <th scope="row">
                  <bdi>{label}</bdi>
                </th>
                {parts.map((part, i) => (
                  <td key={kinds[i]} className="number">
                    <bdi>{format(part)}</bdi>
                  </td>
                ))}
                {floor !== undefined && (
                  <td className="number">
                    <bdi>{format(least ?? 0)}</bdi>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}

function Bars({ figure, rtl, format }: Omit<Drawing, 'width'>) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    if (box.current !== null) observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    if (width < 100) return
    let gone = false
    void import('./plot').then(({ draw }) => {
      if (!gone) box.current?.replaceChildren(draw({ figure, width, rtl, format }))
    })
    return () => {
      gone = true
    }
  }, [figure, width, rtl, format])
  return <div ref={box} className="bars" aria-hidden style={{ minBlockSize: figure.rows.length * 40 + 34 }} />
}

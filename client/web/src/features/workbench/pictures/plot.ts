// The drawing of bars: loaded when the first picture is looked at.

import { axisX, axisY, barX, gridX, plot, tickX } from '@observablehq/plot'
import type { Figure } from '../figures'

export interface Drawing {
  figure: Figure
  width: number
  rtl: boolean
  format(value: number): string
}

/** Two lines of a name. */
export const row_height = 40
const letters = 12
/** One fill for each kind of part, each with a texture of its own: see patterns.tsx. */
export const fills = ['var(--act)', 'url(#bench-hatch)', 'url(#bench-dots)', 'url(#bench-cross)'] as const

/** Bars from the side where reading starts, each kind of part after the other, and the floor as a line across. */
export function draw({ figure, width, rtl, format }: Drawing): Element {
  const { rows, kinds } = figure
  const parts = rows.flatMap(({ id, parts: values }) => values.map((value, kind) => ({ row: id, kind, value })))
  const floors = rows.filter(({ floor }) => floor !== undefined)
  const most = Math.max(1, ...rows.map(({ parts: values, floor }) => Math.max(floor ?? 0, values.reduce((a, b) => a + b, 0))))
  const labels = new Map(rows.map(({ id, label }) => [id, label]))
  const names = Math.min(width * 0.4, letters + letters * 0.62 * Math.max(0, ...rows.map(({ label }) => label.length)))
  return plot({
    width,
    height: rows.length * row_height + 34,
    marginLeft: rtl ? 16 : names,
    marginRight: rtl ? names : 16,
    marginTop: 4,
    marginBottom: 28,
    style: { background: 'transparent', color: 'var(--text)', fontFamily: 'inherit', fontSize: `${letters}px`, overflow: 'visible' },
    x: { domain: [0, most], reverse: rtl, nice: true, label: null },
    y: { domain: rows.map(({ id }) => id), padding: 0.25, label: null },
    marks: [
      gridX({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 4 }),
      axisX({ ticks: Math.max(2, Math.min(4, Math.floor(width / 130))), tickFormat: format, tickSize: 0 }),
      axisY({
        anchor: rtl ? 'right' : 'left',
        tickFormat: (id: string) => shortened(labels.get(id) ?? id, names),
        tickSize: 0,
        lineWidth: (names - letters) / letters,
      }),
      ...kinds.map((_, kind) =>
        barX(
          parts.filter((part) => part.value > 0),
          {
            x1: (part: Part) => startOf(parts, part),
            x2: (part: Part) => startOf(parts, part) + part.value,
            y: 'row',
            filter: (part: Part) => part.kind === kind,
            fill: fills[kind % fills.length],
            stroke: 'var(--text)',
            strokeWidth: 1,
          },
        ),
      ),
      tickX(floors, { x: 'floor', y: 'id', stroke: 'var(--bad)', strokeWidth: 4, insetTop: -4, insetBottom: -4 }),
    ],
  })
}

interface Part {
  row: string
  kind: number
  value: number
}

const startOf = (parts: Part[], { row, kind }: Part) =>
  parts.filter((part) => part.row === row && part.kind < kind).reduce((sum, part) => sum + part.value, 0)

/** What fits on two lines. */
function shortened(label: string, room: number): string {
  const fits = Math.floor((room - letters) / (letters * 0.36))
  return label.length <= fits ? label : `${label.slice(0, Math.max(1, fits - 1))}…`
}

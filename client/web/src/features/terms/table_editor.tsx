// A table of short texts, edited cell by cell or pasted from a spreadsheet.

import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { Button, Disclosure, TextField } from '../../look'
import { useSpeech } from '../../messages'
import { readPasted, withCells, type Axis, type Grid, type Pasted } from './spreadsheet'
import './table.css'

export interface TableRow extends Axis {
  label: string
}

interface TableEditorProps {
  label: string
  rows: readonly TableRow[]
  columns: readonly TableRow[]
  grid: Grid
  onChange(grid: Grid): void
  /** How a cell is kept of what was typed into it. */
  tidy(text: string): string
  /** How a cell that is kept is shown. */
  show?(text: string): string
  isRight?(text: string): boolean
  newColumn?(heading: string): string | null
}

export function TableEditor(props: TableEditorProps) {
  const { label, rows, columns, grid, onChange, tidy, show = (text) => text, isRight = () => true, newColumn } = props
  const [last, setLast] = useState<Pasted | null>(null)
  const put = (cells: Grid) => onChange(withCells(grid, cells))
  const paste = (text: string) => {
    const pasted = readPasted(text, rows, columns, newColumn)
    const tidied = Object.entries(pasted.cells).map(([row, cells]): [string, Record<string, string>] => [
      row,
      Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, tidy(cell)])),
    ])
    put(Object.fromEntries(tidied))
    setLast(pasted)
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    paste(text)
  }
  return (
    <div className="stack tight">
      <PasteBox onPaste={paste} />
      <div role="status">{last !== null && <PasteReport pasted={last} />}</div>
      <div className="table-box" onPaste={onPaste} tabIndex={0} role="group" aria-label={label}>
        <table>
          <caption className="heard">{label}</caption>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  <bdi>{column.label}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <bdi>{row.label}</bdi>
                </th>
                {columns.map((column) => {
                  const text = grid[row.id]?.[column.id] ?? ''
                  return (
                    <td key={column.id}>
                      <Cell
                        label={`${row.label}, ${column.label}`}
                        text={show(text)}
                        right={isRight(text)}
                        onCommit={(typed) => put({ [row.id]: { [column.id]: tidy(typed) } })}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

interface CellProps {
  label: string
  text: string
  right: boolean
  onCommit(typed: string): void
}

/** What is typed is kept on leaving the cell; Enter leaves it without sending the form. */
function Cell({ label, text, right, onCommit }: CellProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    if (typed !== null && typed !== text) onCommit(typed)
    setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    commit()
  }
  return (
    <input
      className="input"
      aria-label={label}
      aria-invalid={right ? undefined : true}
      data-invalid={right ? undefined : true}
      dir="auto"
      value={typed ?? text}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  )
}

function PasteBox({ onPaste }: { onPaste(text: string): void }) {
  const { t } = useSpeech()
  const [text, setText] = useState('')
  return (
    <Disclosure title={t('terms.paste_title')}>
      <div className="stack tight">
        <TextField label={t('terms.paste')} hint={t('terms.paste_hint')} rows={5} value={text} onChange={setText} optional />
        <div>
          <Button
            isDisabled={text.trim() === ''}
            onPress={() => {
              onPaste(text)
              setText('')
            }}
          >
            {t('terms.take_over')}
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}

function PasteReport({ pasted }: { pasted: Pasted }) {
  const { t, locale } = useSpeech()
  const listed = (names: string[]) => new Intl.ListFormat(locale).format(names)
  return (
    <>
      <p>{t('terms.pasted', { count: pasted.rows })}</p>
      {pasted.unknown_rows.length > 0 && <p className="field-error">{t('terms.unknown_rows', { names: listed(pasted.unknown_rows) })}</p>}
      {pasted.unknown_columns.length > 0 && (
        <p className="field-error">{t('terms.unknown_columns', { names: listed(pasted.unknown_columns) })}</p>
      )}
    </>
  )
}

// Tables that come from a spreadsheet: cells separated by tabs, lines by line breaks. Pure.

/** A row or a column of a table, and the names under which somebody may know it. */
export interface Axis {
  id: string
  names: string[]
}

/** Cells by row and column; a cell that is not there is empty. */
export type Grid = Record<string, Record<string, string>>

export interface Pasted {
  /** What to put into the table; empty cells too, which empty those of the table. */
  cells: Grid
  rows: number
  /** First cells of lines of which nobody knows the row. */
  unknown_rows: string[]
  /** Headings of which nobody knows the column. */
  unknown_columns: string[]
}

/** The lines and cells of a copied range; a cell with a tab, a line break or quotes stands in quotes. */
export function readCells(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y
  while (pattern.lastIndex <= text.length) {
    const found = pattern.exec(text)
    if (found === null) {
      pattern.lastIndex = 0
      return text.split(/\r\n|\n|\r/).map((plain) => plain.split('\t').map((cell) => cell.trim()))
    }
    line.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim())
    if (found[3] === '\t') continue
    lines.push(line)
    line = []
    if (found[3] === '' || pattern.lastIndex >= text.length) break
  }
  return lines
}

/** The same name whatever its capitals, accents and punctuation. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function byName(axes: readonly Axis[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { id, names } of axes) {
    for (const name of [id, ...names]) if (!found.has(plainName(name))) found.set(plainName(name), id)
  }
  return found
}

/**
 * Reads a range whose first column names the rows. A first line that names no row has the headings of the columns; without one,
 * the columns come in their order. `newColumn`: the id of a column that a heading founds, or null if it may found none.
 */
export function readPasted(
  text: string,
  rows: readonly Axis[],
  columns: readonly Axis[],
  newColumn: (heading: string) => string | null = () => null,
): Pasted {
  const lines = readCells(text).filter((cells) => cells.some((cell) => cell !== ''))
  const row_of = byName(rows)
  const column_of = byName(columns)
  const idOfRow = (cells: string[]) => row_of.get(plainName(cells[0] ?? ''))
  const pasted: Pasted = { cells: {}, rows: 0, unknown_rows: [], unknown_columns: [] }
  const [first] = lines
  const headed = first !== undefined && idOfRow(first) === undefined
  const order = headed
    ? first.slice(1).map((heading) => {
        const id = column_of.get(plainName(heading)) ?? (heading === '' ? null : newColumn(heading))
        if (id === null && heading !== '') pasted.unknown_columns.push(heading)
        return id
      })
    : columns.map(({ id }) => id)
  for (const cells of headed ? lines.slice(1) : lines) {
    const row = idOfRow(cells)
    if (row === undefined) {
      pasted.unknown_rows.push(cells[0] ?? '')
      continue
    }
    const given = (pasted.cells[row] ??= {})
    order.forEach((column, i) => {
      if (column !== null && i + 1 < cells.length) given[column] = cells[i + 1] ?? ''
    })
    pasted.rows++
  }
  return pasted
}

/** The table with the pasted cells in it. */
export function withCells(grid: Grid, pasted: Grid): Grid {
  const all = { ...grid }
  for (const [row, cells] of Object.entries(pasted)) all[row] = { ...all[row], ...cells }
  return all
}

/** A table as a range to copy: the ids of the columns, then a line for each row with anything in it. */
export function writeGrid(grid: Grid): string {
  const columns = [...new Set(Object.values(grid).flatMap((cells) => Object.keys(cells)))].sort()
  const quoted = (cell: string) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const rows = Object.entries(grid)
    .filter(([, cells]) => Object.values(cells).some((cell) => cell !== ''))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([row, cells]) => [row, ...columns.map((column) => quoted(cells[column] ?? ''))])
  return [['', ...columns], ...rows].map((line) => line.join('\t')).join('\n')
}

/** The way back from `writeGrid`. */
export function readGrid(text: string): Grid {
  const [[, ...columns] = [], ...lines] = readCells(text)
  return Object.fromEntries(
    lines.map(([row = '', ...cells]) => [row, Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))]),
  )
}

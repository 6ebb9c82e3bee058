import { expect, test } from 'vitest'
import { plainName, readCells, readGrid, readPasted, withCells, writeGrid, type Axis } from '../src/features/terms/spreadsheet'
import { factsToGrid, faresToGrid, gridToFacts, gridToFares, tidyAmount, tidyFact } from '../src/features/terms/tables'

const states: Axis[] = [
  { id: 'LAO', names: ['Lao People’s Democratic Republic', 'République démocratique populaire lao'] },
  { id: 'CIV', names: ['Côte d’Ivoire'] },
  { id: 'LBN', names: ['Lebanon', 'لبنان'] },
]
const routes: Axis[] = [
  { id: 'direct', names: ['Direct', 'Directe'] },
  { id: 'economical', names: ['Most economical'] },
]

test('a copied range is lines of cells, whatever ends its lines', () => {
  expect(readCells('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']])
  expect(readCells('a\t\nb')).toEqual([['a', ''], ['b']])
})

test('a cell in quotes keeps its tab, its line break and its quotes', () => {
  expect(readCells('"a\tb"\t"say ""yes"""\n"two\nlines"\tc')).toEqual([
    ['a\tb', 'say "yes"'],
    ['two\nlines', 'c'],
  ])
})

test('a quotation mark inside of a word quotes nothing', () => {
  expect(readCells('5" disc\tx\n"odd\ty')).toEqual([['5" disc', 'x'], ['"odd', 'y']])
})

test('rows are found by their short name or by a name in any language, without regard to accents and capitals', () => {
  const { cells, rows } = readPasted("lao\t1180\nCOTE D'IVOIRE\t900\nلبنان\t700", states, routes)
  expect(rows).toBe(3)
  expect(cells).toEqual({ LAO: { direct: '1180' }, CIV: { direct: '900' }, LBN: { direct: '700' } })
})

test('a line of headings puts the columns in another order', () => {
  const { cells } = readPasted('State\tMost economical\tDirect\nLAO\t1\t2', states, routes)
  expect(cells).toEqual({ LAO: { economical: '1', direct: '2' } })
})

test('what is not recognised is said, and nothing of it is taken', () => {
  const read = readPasted('State\tDirect\tFirst class\nAtlantis\t5\t6\nLAO\t1\t2', states, routes)
  expect(read.unknown_rows).toEqual(['Atlantis'])
  expect(read.unknown_columns).toEqual(['First class'])
  expect(read.cells).toEqual({ LAO: { direct: '1' } })
})

test('a heading may found a column', () => {
  const read = readPasted('\tldc\nLAO\tyes', states, [], (heading) => heading)
  expect(read.cells).toEqual({ LAO: { ldc: 'yes' } })
  expect(read.unknown_columns).toEqual([])
})

test('an empty cell that was pasted empties the one of the table, and cells beside it stay', () => {
  const before = { LAO: { direct: '1', economical: '2' } }
  expect(withCells(before, { LAO: { direct: '' }, CIV: { direct: '3' } })).toEqual({
    LAO: { direct: '', economical: '2' },
    CIV: { direct: '3' },
  })
})

test('nothing pasted is nothing read', () => {
  expect(readPasted('', states, routes)).toEqual({ cells: {}, rows: 0, unknown_rows: [], unknown_columns: [] })
})

test('names are plain without accents and punctuation', () => {
  expect(plainName('  Guinea-Bissau ')).toBe('guinea bissau')
})

test('fares go to cells and back', () => {
  const fares = [
    { delegation: 'LAO', route: 'direct', amount: 118_000 },
    { delegation: 'LAO', route: 'economical', amount: 95_050 },
  ]
  const grid = faresToGrid(fares)
  expect(grid).toEqual({ LAO: { direct: '1180.00', economical: '950.50' } })
  expect(gridToFares(grid, ['direct', 'economical'])).toEqual(fares)
})

test('a fare of a class of route that is no more is dropped, and so is an empty one', () => {
  expect(gridToFares({ LAO: { direct: '', old: '5' } }, ['direct'])).toEqual([])
})

test('amounts are tidied as they are read, and what is no amount stays to be mended', () => {
  expect(tidyAmount("1'180")).toBe('1180.00')
  expect(tidyAmount('about 900')).toBe('about 900')
})

test('facts go to cells and back with their types', () => {
  const facts = [{ delegation: 'LAO', facts: { ldc: true, region: 'ASI', absences: 2, art4: false } }]
  expect(gridToFacts(factsToGrid(facts))).toEqual(facts)
})

test('a delegation of which nothing is said is left out', () => {
  expect(gridToFacts({ LAO: { ldc: '' } })).toEqual([])
})

test('yes and no are understood in the language of the reader and in English', () => {
  const french = { yes: 'Oui', no: 'Non' }
  expect(['oui', 'YES', 'true'].map((text) => tidyFact(text, french))).toEqual(['true', 'true', 'true'])
  expect(['Non', 'no'].map((text) => tidyFact(text, french))).toEqual(['false', 'false'])
  expect(tidyFact(' AFR ', french)).toBe('AFR')
})

test('a table goes to text and back, with whatever stands in its cells', () => {
  const grid = { CIV: { a: 'say "x"', b: 'two\nlines' }, LAO: { a: '1', b: '' } }
  expect(readGrid(writeGrid(grid))).toEqual(grid)
})

test('rows without anything in them are not written', () => {
  expect(writeGrid({ LAO: { a: '' } })).toBe('\ta')
  expect(readGrid(writeGrid({}))).toEqual({})
})

import Papa from 'papaparse'
import { ranksOf } from '../rules/count'
import { plainCell } from '../rules/csv'
import { type Kind, kindsOf } from '../rules/kinds'
import type { Marks, PublishedBallot } from '../schema'
import type { PollMethodName } from '../vocabulary'
import { codesFor, type Fault, filled, methodOf, type Read } from './election'

const ASIDE = ['receipt', 'reason', 'count']

type Options = { code: string; shortLabel: string }[]

/** A row a ballot, a column an option: its rank (empty: left out), or its points. For rules/csv.ts. */
export function csvRows(options: Options, ballots: PublishedBallot[]): (string | number)[][] {
  const head = ['receipt', ...options.map((o) => `${o.code} ${o.shortLabel}`), 'reason', 'count']
  const cells = ({ ranking, scores }: Marks) => {
    const ranks = ranksOf(ranking)
    const points = Object.keys(scores).length > 0
    return options.map((o) => (points ? (scores[o.code] ?? 0) : (ranks[o.code] ?? '')))
  }
  return [head, ...ballots.map((b) => [b.receipt, ...cells(b), b.reason, b.count ?? 1])]
}

type Column = { at: number; code: string; label: string }

/**
 * Reads what `csvRows` writes, or any table with a column an option. Whether its numbers are ranks or points is told
 * by a zero among them, unless `method` says.
 */
export function readCsv(text: string, method?: PollMethodName): Read {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false })
  const [head = [], ...rows] = data
  const faults: Fault[] = []
  const columns = columnsOf(head.map(plainCell))
  const countAt = head.findIndex((cell) => cell.trim().toLowerCase() === 'count')
  const read = rows.flatMap((row, i) => {
    if (row.every((cell) => cell.trim() === '')) return []
    const fault = faultOf(row, columns, countAt)
    if (fault) faults.push({ line: i + 2, fault })
    return fault ? [] : [{ row, count: countAt < 0 ? 1 : Number(row[countAt]) }]
  })
  const points = method
    ? !isRanked(method)
    : read.some(({ row }) => columns.some((c) => cellOf(row, c) === '0'))
  const codes = columns.map((c) => c.code)
  const ballots = kindsOf(
    read.map(({ row, count }) => ({
      ...(points ? pointsOf(row, columns, codes) : ranksFrom(row, columns)),
      count,
    })),
  )
  const options = columns.map(({ code, label }) => ({ code, label }))
  return { election: { title: '', method: method ?? methodOf(ballots), options, ballots }, faults }
}

const isRanked = (method: PollMethodName): boolean => method === 'RANKED' || method === 'PLURALITY'
const cellOf = (row: string[], { at }: Column): string => (row[at] ?? '').trim()

/** Our own files begin with receipts and have the code before the label; in others the heading is the label. */
function columnsOf(head: string[]): Column[] {
  const own = head[0]?.trim().toLowerCase() === 'receipt'
  const named = head
    .map((cell, at) => ({ at, cell: cell.trim() }))
    .filter(({ cell }) => cell !== '' && !ASIDE.includes(cell.toLowerCase()))
  const split = (cell: string) =>
    own ? (/^(\S+)\s+(.+)$/su.exec(cell)?.slice(1) ?? [cell, cell]) : ['', cell]
  const codes = codesFor(named.map(({ cell }) => split(cell)[0] ?? ''))
  return named.map(({ at, cell }, i) => ({ at, code: codes[i] ?? '', label: split(cell)[1] ?? cell }))
}

function faultOf(row: string[], columns: Column[], countAt: number): string | null {
  const wrong = columns.map((c) => cellOf(row, c)).find((cell) => !/^\d{0,3}$/.test(cell))
  if (wrong !== undefined) return `“${wrong.slice(0, 20)}” is not a whole number.`
  const count = countAt < 0 ? '1' : (row[countAt] ?? '').trim()
  return /^\d{1,9}$/.test(count) && Number(count) > 0
    ? null
    : `“${count.slice(0, 20)}” is not a number of ballots.`
}

const pointsOf = (row: string[], columns: Column[], codes: string[]): Marks => ({
  ranking: [],
  scores: filled(codes, Object.fromEntries(columns.map((c) => [c.code, Number(cellOf(row, c) || 0)]))),
})

function ranksFrom(row: string[], columns: Column[]): Marks {
  const given = columns.filter((c) => cellOf(row, c) !== '')
  const ranks = [...new Set(given.map((c) => Number(cellOf(row, c))))].sort((a, b) => a - b)
  const ranking = ranks.map((rank) => given.filter((c) => Number(cellOf(row, c)) === rank).map((c) => c.code))
  return { ranking, scores: {} }
}

/** For a test of the whole: what a file of these ballots looks like to `readCsv`. */
export const asPublished = (ballots: Kind[]): PublishedBallot[] =>
  ballots.map((kind) => ({ ...kind, receipt: '', reason: '' }))

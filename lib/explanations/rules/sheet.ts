import type { EvidenceDto, MatrixPage } from '../schema'
import { classCell } from './class'
import { LEVEL_WORDS } from './vocabulary'

const rounded = (n: number | null): number | string => (n === null ? '' : Math.round(n * 1000) / 1000)

/** One's own rating and grounds, the class's, and the start's, of one cell. */
function cellColumns(row: EvidenceDto, code: string): (string | number)[] {
  const counts = row.classes[code]
  const cell = counts && classCell(counts)
  return [
    row.suggested[code] ?? '',
    row.own[code] ?? '',
    row.likelihoods[code] ?? '',
    row.reasons[code] ?? '',
    cell?.middle ?? '',
    cell?.n ?? '',
    rounded(cell?.disagreement ?? null),
  ]
}

const FACTS = [
  'code',
  'date',
  'observation',
  'source',
  'passage',
  'address',
  'test',
  'credibility',
  'relevance',
]
const PER_CELL = ['start', 'mine', 'my probability', 'my reason', 'class', 'class n', 'class disagreement']

/** The matrix as rows of a sheet, the head first: seven columns for each explanation. The bench comes last, marked. */
export function matrixSheet({ explanations, rows, bench }: MatrixPage): (string | number)[][] {
  const head = [
    ...FACTS,
    'benched',
    ...explanations.flatMap((e) => PER_CELL.map((name) => `${e.code} ${name}`)),
  ]
  const line = (row: EvidenceDto) => [
    ...[row.code, row.date ?? row.dateLabel, row.observation, row.source],
    ...[row.passage?.exact ?? '', row.url ?? '', row.testType],
    ...[LEVEL_WORDS[row.credibility], LEVEL_WORDS[row.relevance], row.benched ? 'yes' : ''],
    ...explanations.flatMap((e) => cellColumns(row, e.code)),
  ]
  return [head, ...[...rows, ...bench].map(line)]
}

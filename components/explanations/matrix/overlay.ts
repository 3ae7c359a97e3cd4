import type { Counts } from '@/lib/explanations/rules/class'
import type { OwnRating } from '@/lib/explanations/rules/rate'
import type { EvidenceDto } from '@/lib/explanations/schema'

/** Codes of the row and the column. */
export type CellKey = `${string} ${string}`
export const cellKey = (row: string, column: string): CellKey => `${row} ${column}`

/** One's own rating of a cell with what belongs to it. */
export function ownIn(row: EvidenceDto, column: string): OwnRating | null {
  const value = row.own[column]
  if (!value) return null
  return { value, reason: row.reasons[column] ?? '', likelihood: row.likelihoods[column] ?? null }
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = record
  return rest
}

const put = <T>(record: Record<string, T>, key: string, value: T | null | undefined): Record<string, T> =>
  value === null || value === undefined ? without(record, key) : { ...record, [key]: value }

function withOwn(row: EvidenceDto, column: string, own: OwnRating | null): EvidenceDto {
  return {
    ...row,
    own: put(row.own, column, own?.value),
    reasons: put(row.reasons, column, own?.reason || null),
    likelihoods: put(row.likelihoods, column, own?.likelihood),
  }
}

/** The rows with what this window knows beyond them; a row that nothing changes stays the same object. */
export function laidOver(
  rows: EvidenceDto[],
  own: ReadonlyMap<CellKey, OwnRating | null>,
  counts: ReadonlyMap<CellKey, Counts | null>,
): EvidenceDto[] {
  const changed = new Map<string, EvidenceDto>(rows.map((row) => [row.code, row]))
  const split = (key: CellKey) => key.split(' ') as [string, string]
  for (const [key, value] of own) {
    const [code, column] = split(key)
    const row = changed.get(code)
    if (row) changed.set(code, withOwn(row, column, value))
  }
  for (const [key, value] of counts) {
    const [code, column] = split(key)
    const row = changed.get(code)
    if (row) changed.set(code, { ...row, classes: put(row.classes, column, value) })
  }
  return rows.map((row) => changed.get(row.code) ?? row)
}

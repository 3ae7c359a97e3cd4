import type { Table } from './election'

/**
 * Rows that are alike become one, with their counts added: a class of any size casts few different ballots,
 * and every method then runs over those. Rows are known by their cells read as the digits of one number;
 * where that would not be an exact integer (many options, so few rows alike), the table is left as it is.
 */
export function mergeIdentical(table: Table, base: number, digit: (cell: number) => number): Table {
  const { columns, cells, counts } = table
  if (base ** columns > Number.MAX_SAFE_INTEGER) return table
  const kept = new Map<number, number>()
  const merged: number[] = []
  for (let row = 0; row < counts.length; row++) {
    const key = numberOf(table, row, base, digit)
    const known = kept.get(key)
    if (known !== undefined) {
      merged[known]! += counts[row]!
      continue
    }
    kept.set(key, merged.length)
    cells.copyWithin(merged.length * columns, row * columns, (row + 1) * columns)
    merged.push(counts[row]!)
  }
  return { columns, cells: cells.subarray(0, merged.length * columns), counts: merged }
}

function numberOf(
  { columns, cells }: Table,
  row: number,
  base: number,
  digit: (cell: number) => number,
): number {
  let key = 0
  for (let i = row * columns; i < (row + 1) * columns; i++) key = key * base + digit(cells[i]!)
  return key
}

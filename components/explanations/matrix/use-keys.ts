'use client'
import { useRouter } from 'next/navigation'
import type { KeyboardEvent } from 'react'
import { shortcutsOn } from '@/components/reader/shortcut-keys'
import type { RatingName } from '@/lib/explanations/rules/vocabulary'
import type { EvidenceDto, ExplanationHead } from '@/lib/explanations/schema'
import { cellPath } from './cell-path'
import { type Act, actOf } from './keys'
import type { Ratings } from './use-ratings'

type Place = { row: string; column: string }

export const focusCell = ({ row, column }: Place): void =>
  document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${row} ${column}`)}"] select`)?.focus()

type Table = { rows: EvidenceDto[]; explanations: ExplanationHead[] }

/** The cell so many rows and columns on; across the end of a row into the next one. Null beyond the table. */
export function cellAt(
  { rows, explanations }: Table,
  { row, column }: Place,
  by: [number, number],
): Place | null {
  const across = explanations.length
  const at = [rows.findIndex((r) => r.code === row) + by[0], explanations.findIndex((e) => e.code === column)]
  const index = (at[0] ?? 0) * across + (at[1] ?? 0) + by[1]
  const [nextRow, nextColumn] = [rows[Math.floor(index / across)], explanations[index % across]]
  return nextRow && nextColumn ? { row: nextRow.code, column: nextColumn.code } : null
}

/** Rating across a row by keys: a rating, and on to the next explanation. */
export function useKeys(
  table: Table & { base: string; ratings: Ratings },
  on: {
    rated: (place: Place, value: RatingName | null) => void
    why: (place: Place) => void
    help: () => void
  },
) {
  const router = useRouter()
  const run = (act: Act, place: Place) => {
    if (act.do === 'rate') {
      on.rated(place, act.value)
      const next = cellAt(table, place, [0, 1])
      if (next && act.value !== null) focusCell(next)
    } else if (act.do === 'go') {
      const next = cellAt(table, place, [act.rows, act.columns])
      if (next) focusCell(next)
    } else if (act.do === 'undo') {
      const back = table.ratings.undo()
      if (back) focusCell(back)
    } else if (act.do === 'why') on.why(place)
    else router.push(cellPath(table.base, place.row, place.column))
  }
  return (event: KeyboardEvent<HTMLTableElement>) => {
    if (!(event.target instanceof HTMLSelectElement) || event.nativeEvent.isComposing || !shortcutsOn())
      return
    const [row, column] = event.target.closest('[data-cell]')?.getAttribute('data-cell')?.split(' ') ?? []
    if (!row || !column) return
    const act = event.key === '?' ? null : actOf(event)
    if (event.key === '?') on.help()
    if (act) run(act, { row, column })
    if (act || event.key === '?') event.preventDefault()
  }
}

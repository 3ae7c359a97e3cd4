'use client'
import type { ExplanationHead } from '@/lib/explanations/schema'
import { focusCell } from './use-keys'
import type { Ratings } from './use-ratings'
import { Why } from './why'

/** The cell whose rating wants a reason; `focused` when somebody asked to give one. */
export type Asked = { row: string; column: string; focused: boolean }

/** The question why, for the cell that it is about as it is now; nothing once the rating is taken back. */
export function AskWhy({
  asked,
  ratings,
  explanations,
  member,
  onClose,
}: {
  asked: Asked | null
  ratings: Ratings
  explanations: ExplanationHead[]
  member: string
  onClose: () => void
}) {
  const row = ratings.rows.find((r) => r.code === asked?.row)
  const column = explanations.find((e) => e.code === asked?.column)
  const value = row && column && row.own[column.code]
  if (!asked || !row || !column || !value) return null
  return (
    <Why
      key={`${row.code} ${column.code}`}
      {...{ row: row.code, column, value, member, focused: asked.focused }}
      reason={row.reasons[column.code] ?? ''}
      onSave={(reason) => ratings.rate(row.code, column.code, { value, reason })}
      onClose={() => {
        onClose()
        focusCell({ row: row.code, column: column.code })
      }}
    />
  )
}

import { FEWEST } from '../../rules/suppress'
import type { Grid } from './grid'

export type Count = { agree: number; pass: number; disagree: number }
/** null: fewer than three voted on it there, or the number would give theirs away. */
export type StatementCounts = { statement: string; all: Count | null; groups: (Count | null)[] }

const none: Count = { agree: 0, pass: 0, disagree: 0 }
const add = (a: Count, b: Count): Count => ({
  agree: a.agree + b.agree,
  pass: a.pass + b.pass,
  disagree: a.disagree + b.disagree,
})
export const votersOf = ({ agree, pass, disagree }: Count): number => agree + pass + disagree

function countIn(values: Grid['values'], column: number): Count {
  const of = (value: number) => values.filter((row) => row[column] === value).length
  return { agree: of(1), pass: of(0), disagree: of(-1) }
}

/** Shown or not: nobody, or three and more. */
const isFine = (count: Count): boolean => votersOf(count) === 0 || votersOf(count) >= FEWEST

/**
 * Votes on each statement, of all who are placed and by group. A group's count of one or two voters is left out, and
 * so is the sum where subtraction would bring it back: what is left when the shown groups are taken from the sum must
 * be nobody or three and more.
 */
export function countStatements(grid: Grid, labels: number[] | null, groups: number): StatementCounts[] {
  const rows = Array.from({ length: groups }, (_, g) => grid.values.filter((_, i) => labels?.[i] === g))
  return grid.statements.map((statement, column) => {
    const all = countIn(grid.values, column)
    const each = rows.map((row) => countIn(row, column))
    const left = each.filter((count) => !isFine(count)).reduce(add, none)
    const whole = votersOf(all) >= FEWEST && isFine(left)
    return {
      statement,
      all: whole ? all : null,
      groups: each.map((count) => (isFine(count) && votersOf(count) > 0 ? count : null)),
    }
  })
}

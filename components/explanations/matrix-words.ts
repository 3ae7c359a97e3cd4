import { scoresFor } from '@/lib/explanations/rules/lay-over'
import type { Whose } from '@/lib/explanations/rules/vocabulary'
import type { MatrixPage } from '@/lib/explanations/schema'
import { list, namesOf } from '@/lib/polls/rules/sentence'
import type { Part } from '@/lib/polls/schema'

const BY: Record<Whose, string> = {
  mine: 'By your ratings, ',
  class: 'By the class’s ratings, ',
  start: 'By the ratings the class starts from, ',
}

/** What the matrix says, in sentences: which explanation has least against it, and which most. */
export function matrixWords(page: Pick<MatrixPage, 'explanations' | 'rows'>, whose: Whose): Part[] {
  const { explanations, rows } = page
  if (explanations.length === 0 || rows.length === 0) return []
  const scores = scoresFor(page, whose)
  const name = namesOf(explanations.map(({ code, shortName }) => ({ code, shortLabel: shortName })))
  const points = (code: string) => scores.inconsistency[code] ?? 0
  const least = Math.min(...explanations.map((e) => points(e.code)))
  const most = Math.max(...explanations.map((e) => points(e.code)))
  const worst = explanations.filter((e) => points(e.code) === most).map((e) => e.code)
  if (least === most)
    return [`${BY[whose]}the evidence tells no explanation from another: each has ${least} against it.`]
  const several = scores.leaders.length > 1
  return [
    BY[whose],
    ...list(scores.leaders, name),
    ` ${several ? 'have' : 'has'} the least evidence against ${several ? 'them' : 'it'} (${least}), `,
    ...list(worst, name),
    ` the most (${most}). A low score can also mean that little was risked.`,
  ]
}

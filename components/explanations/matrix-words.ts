import type { MatrixPage } from '@/lib/explanations/schema'
import { list, namesOf } from '@/lib/polls/rules/sentence'
import type { Part } from '@/lib/polls/schema'

/** What the matrix says, in sentences: which explanation has least against it, and which most. */
export function matrixWords(page: MatrixPage, mine: boolean): Part[] {
  const { explanations, rows } = page
  const scores = mine ? page.mine : page.start
  const name = namesOf(explanations.map(({ code, shortName }) => ({ code, shortLabel: shortName })))
  if (explanations.length === 0 || rows.length === 0) return []
  const points = (code: string) => scores.inconsistency[code] ?? 0
  const least = Math.min(...explanations.map((e) => points(e.code)))
  const most = Math.max(...explanations.map((e) => points(e.code)))
  const worst = explanations.filter((e) => points(e.code) === most).map((e) => e.code)
  const start = mine ? 'By your ratings, ' : 'By the ratings the class starts from, '
  if (least === most)
    return [`${start}the evidence tells no explanation from another: each has ${least} against it.`]
  return [
    start,
    ...list(scores.leaders, name),
    ` ${scores.leaders.length > 1 ? 'have' : 'has'} the least evidence against ${scores.leaders.length > 1 ? 'them' : 'it'} (${least}), `,
    ...list(worst, name),
    ` the most (${most}). A low score can also mean that little was risked.`,
  ]
}

import { even } from '@/lib/polls/rules/credence'
import type { Marks } from '@/lib/polls/schema'
import type { PollMethodName } from '@/lib/polls/vocabulary'
import { sameTiers } from './ranking'

/** A ballot nobody has touched. Points start even: no order is suggested. */
export function emptyMarks(method: PollMethodName, codes: string[]): Marks {
  if (method !== 'CREDENCE') return { ranking: [], scores: {} }
  const points = even(codes.length)
  return { ranking: [], scores: Object.fromEntries(codes.map((code, i) => [code, points[i] ?? 0])) }
}

/** Whether it says something yet. */
export function saysSomething(method: PollMethodName, { ranking, scores }: Marks): boolean {
  if (method === 'APPROVAL') return Object.values(scores).includes(1)
  if (method === 'SCORE' || method === 'CREDENCE') return Object.keys(scores).length > 0
  return ranking.flat().length > 0
}

export function sameMarks(codes: string[], a: Marks, b: Marks): boolean {
  const alike = codes.every((code) => (a.scores[code] ?? 0) === (b.scores[code] ?? 0))
  return alike && sameTiers(a.ranking, b.ranking)
}

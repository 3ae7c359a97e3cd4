import { allocate } from './allocate'
import type { Pair, Submission } from './allocate-request'
import { groupBy } from './group-by'
import { level } from './level'
import { numberReviewers } from './number'

/**
 * A pair as it stands: `begun` where there is a draft or a review, `byHand` where a person put it there, `gone` where
 * the reviewer has left the course.
 */
export type Standing = Pair & { number: number; begun: boolean; byHand: boolean; gone?: boolean }

export type PlanRequest = {
  submissions: readonly Submission[]
  reviewers: readonly string[]
  perSubmission: number
  conflicts: readonly [string, string][]
  standing: readonly Standing[]
  seed: string
  /** Draws anew what nobody has begun; otherwise what there is stays, as far as loads allow. */
  anew: boolean
}
export type Plan = {
  /** Pairs to make, each with the number that the author will know. */
  add: (Pair & { number: number })[]
  remove: Pair[]
  /** How many stand as before. */
  kept: number
  /** How many reviewers have how many reviews to write: [reviews, reviewers], the least first. */
  loads: [number, number][]
}

const keyOf = (p: Pair): string => `${p.reviewer} ${p.submission}`

/**
 * What an allocation would change: late arrivals get reviewers and reviews to write, and nothing that has begun moves.
 * Of what nobody has begun, a pair that has come into conflict is taken away. RangeError as `allocate`.
 */
export function plan(request: PlanRequest): Plan {
  const { submissions, reviewers, perSubmission, seed, anew } = request
  const known = new Map(submissions.map(({ id, author }) => [id, author]))
  const apart = new Set(request.conflicts.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const standing = request.standing.filter((p) => known.has(p.submission))
  const inConflict = (p: Pair): boolean => apart.has(`${p.reviewer} ${known.get(p.submission)}`)
  const stays = (p: Standing): boolean => p.begun || (!p.gone && (p.byHand || (!anew && !inConflict(p))))
  const fixed = new Set(standing.filter((p) => p.begun || p.byHand).map(keyOf))
  const common = { submissions: [...submissions], conflicts: [...request.conflicts], seed }
  const existing = standing.filter(stays).map(({ reviewer, submission }) => ({ reviewer, submission }))
  const all = allocate({ ...common, reviewers: [...reviewers], perSubmission, existing })
  const pairs = level({ ...common, pairs: all, fixed: (p) => fixed.has(keyOf(p)), reviewers })
  return changes(pairs, standing, reviewers, seed)
}

function changes(pairs: Pair[], standing: Standing[], reviewers: readonly string[], seed: string): Plan {
  const wanted = new Set(pairs.map(keyOf))
  const before = new Set(standing.map(keyOf))
  const kept = standing.filter((p) => wanted.has(keyOf(p)))
  const bySubmission = groupBy(
    pairs.filter((p) => !before.has(keyOf(p))),
    (p) => p.submission,
  )
  const numbersOf = groupBy(kept, (p) => p.submission)
  const add = [...bySubmission].flatMap(([submission, fresh]) => {
    const taken = (numbersOf.get(submission) ?? []).map((p) => p.number)
    const who = fresh.map((p) => p.reviewer)
    const numbers = numberReviewers(who, taken, `${seed}\n${submission}`)
    return fresh.map((p) => ({ ...p, number: numbers.get(p.reviewer) ?? 0 }))
  })
  const remove = standing
    .filter((p) => !wanted.has(keyOf(p)))
    .map(({ reviewer, submission }) => ({ reviewer, submission }))
  return { add, remove, kept: kept.length, loads: loadsOf(pairs, reviewers) }
}

function loadsOf(pairs: readonly Pair[], reviewers: readonly string[]): [number, number][] {
  const load = new Map(reviewers.map((id) => [id, 0]))
  for (const { reviewer } of pairs) load.set(reviewer, (load.get(reviewer) ?? 0) + 1)
  const counts = new Map<number, number>()
  for (const n of load.values()) counts.set(n, (counts.get(n) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b)
}

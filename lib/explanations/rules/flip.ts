import { type Evidence, type Matrix, type Rating, ratingOf, SCALE } from './grid'
import { inconsistency, leaders } from './scores'

type Step = { evidence: string; explanation: string; from: Rating; to: Rating }

const byId = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The single steps that take one rating to another: II to N is II to I, then I to N. */
function walk(row: Evidence, explanation: string, to: Rating): Step[] {
  const places: readonly Rating[] = SCALE
  const start = places.indexOf(ratingOf(row, explanation))
  const way = Math.sign(places.indexOf(to) - start)
  return Array.from({ length: Math.abs(places.indexOf(to) - start) }, (_, i) => ({
    evidence: row.id,
    explanation,
    from: places[start + way * i]!,
    to: places[start + way * (i + 1)]!,
  }))
}

/** Takes points off an explanation, a step for each, from the first rows that hold any against it. */
function lower(rows: Evidence[], explanation: string, points: number): Step[] {
  return rows
    .filter((row) => ['I', 'II'].includes(ratingOf(row, explanation)))
    .flatMap((row) => walk(row, explanation, 'N'))
    .slice(0, points)
}

/** Puts the first point on an explanation that has none, by the shortest way; nothing if all its ratings are NA. */
function raise(rows: Evidence[], explanation: string): Step[] {
  const ways = rows
    .filter((row) => ratingOf(row, explanation) !== 'NA')
    .map((row) => walk(row, explanation, 'I'))
  return ways.reduce((best, way) => (best.length === 0 || way.length < best.length ? way : best), [])
}

/**
 * The fewest single-step changes of rating (one place on II I N C CC, NA left alone) that change the set of
 * leaders of the unweighted score; null if none can. A rating moved twice is listed twice, each step from
 * where the last one left it, so the length of the list is the number of steps. After Heuer 1999, chapter 8,
 * step 6: ask how much of a conclusion hangs on a few pieces of evidence.
 *
 * No search is needed, because a step moves one score by at most one point, and taking a point off an
 * explanation that has any costs exactly one step:
 * - one leader: a rival must close the gap, and taking the gap off the nearest rival does no more than that;
 * - several leaders with points: taking one point off any of them leaves it alone in front;
 * - several leaders without points: either the nearest rival comes down to zero, or one leader gains a
 *   point. A rival that joined above zero would need every leader to gain one first.
 *
 * Of equally short changes, the one to the first explanation by id is given, made in the first rows by id:
 * the order in which rows and columns are listed does not matter.
 */
export function smallestFlip(m: Matrix): Step[] | null {
  const scores = inconsistency(m)
  const ahead = new Set(leaders(scores))
  const least = Math.min(...Object.values(scores))
  const rows = m.evidence.toSorted((a, b) => byId(a.id, b.id))
  const change = (explanation: string): Step[] => {
    const score = scores[explanation]!
    if (!ahead.has(explanation)) return lower(rows, explanation, score - least)
    if (ahead.size === 1) return []
    return least > 0 ? lower(rows, explanation, 1) : raise(rows, explanation)
  }
  const changes = m.explanations
    .toSorted(byId)
    .map(change)
    .filter((steps) => steps.length > 0)
  return changes.reduce<Step[] | null>((a, b) => (a === null || b.length < a.length ? b : a), null)
}

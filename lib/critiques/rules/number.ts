import { seeded, shuffle } from '@/lib/random/seeded'

/**
 * What reviewers of one critique are called to its author: "Reviewer 1" and on. Drawn by lot among the numbers that are
 * free, so that they follow neither names nor times nor the order in which anybody was asked.
 * @param taken numbers that stay with those who have them.
 * @param seed known to staff alone: whoever knows it can repeat the draw.
 */
export function numberReviewers(
  reviewers: readonly string[],
  taken: readonly number[],
  seed: string,
): Map<string, number> {
  const used = new Set(taken)
  const free: number[] = []
  for (let n = 1; free.length < reviewers.length; n++) if (!used.has(n)) free.push(n)
  const drawn = shuffle(free, seeded(`${seed}\nnumbers`))
  return new Map(reviewers.toSorted().map((id, i) => [id, drawn[i] ?? i + 1]))
}

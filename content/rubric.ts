import type { Rubric } from './schema'

/** A criterion earns its weight multiplied by the level and divided by four. Exact for quarter points. */
export function rubricTotal(rubric: Rubric, scores: Record<string, number>): number {
  return rubric.criteria.reduce((sum, { key, weight }) => sum + weight * (scores[key] ?? 0), 0) / 4
}

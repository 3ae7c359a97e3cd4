import { outOf, reviewTotal } from '@/lib/critiques/rules/total'

type Criterion = { id: string; weight: number; levels?: readonly { level: number }[] }

const hundredths = (n: number): number => Math.round(n * 100) / 100

/** Points that a rubric's levels earn, out of the assignment's; two decimals, rounded half up. */
export const pointsFor = (
  criteria: readonly Criterion[],
  levels: Readonly<Record<string, number>>,
  most: number,
): number => hundredths((reviewTotal(criteria, levels) / outOf(criteria)) * most)

/**
 * The mark: what was set by hand, or the points times what lateness leaves of them (lib/critiques/rules/late.ts).
 * Null while there is neither.
 */
export const markOf = (points: number | null, factor: number, override: number | null): number | null =>
  override ?? (points === null ? null : hundredths(points * factor))

/** Whether every criterion has one of its levels and nothing else is there. */
export const isWhole = (criteria: readonly Criterion[], levels: Readonly<Record<string, number>>): boolean =>
  criteria.every(({ id }) => levels[id] !== undefined) && Object.keys(levels).length === criteria.length

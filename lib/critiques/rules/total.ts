export const TOP_LEVEL = 4

type Leveled = { levels?: readonly { level: number }[] }
type Weighed = Leveled & { id: string; weight: number }

/** The highest level that a criterion has; one without levels of its own is read on four. */
export const topLevel = ({ levels = [] }: Leveled): number =>
  Math.max(0, ...levels.map((l) => l.level)) || TOP_LEVEL

/** The levels that can be given, the highest first: those it has, or all down to 1 where only the top is described. */
export function levelsToGive(criterion: Leveled): number[] {
  const top = topLevel(criterion)
  const named = new Set((criterion.levels ?? []).map((l) => l.level))
  const all = Array.from({ length: top }, (_, i) => top - i)
  return named.size < 2 ? all : all.filter((level) => named.has(level))
}

/** What a rubric can earn at most: the sum of its weights (100, or 16 for the short one). */
export const outOf = (criteria: readonly { weight: number }[]): number =>
  criteria.reduce((sum, { weight }) => sum + weight, 0)

/**
 * A criterion earns its weight times the level, divided by its highest level. Weights and levels are whole numbers, so
 * what has one divisor is summed whole and divided once: quarters are exact in binary and in two decimals.
 */
export function reviewTotal(criteria: readonly Weighed[], levels: Readonly<Record<string, number>>): number {
  const sums = new Map<number, number>()
  for (const criterion of criteria) {
    const top = topLevel(criterion)
    sums.set(top, (sums.get(top) ?? 0) + criterion.weight * (levels[criterion.id] ?? 0))
  }
  return [...sums].reduce((total, [top, sum]) => total + sum / top, 0)
}

/** "87.5", "56.25", "100": no more decimals than there are. */
export const showTotal = (total: number): string => String(Math.round(total * 100) / 100)

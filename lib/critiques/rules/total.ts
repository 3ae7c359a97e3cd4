export const TOP_LEVEL = 4

type Weighed = { id: string; weight: number }

/** What a rubric can earn at most: the sum of its weights (100, or 16 for the short one). */
export const outOf = (criteria: readonly { weight: number }[]): number =>
  criteria.reduce((sum, { weight }) => sum + weight, 0)

/**
 * A criterion earns its weight times the level, divided by four. Weights and levels are whole numbers, so the sum is
 * taken whole and divided once: quarters are exact in binary and in two decimals.
 */
export const reviewTotal = (criteria: readonly Weighed[], levels: Readonly<Record<string, number>>): number =>
  criteria.reduce((sum, { id, weight }) => sum + weight * (levels[id] ?? 0), 0) / TOP_LEVEL

/** "87.5", "56.25", "100": no more decimals than there are. */
export const showTotal = (total: number): string => String(Math.round(total * 100) / 100)

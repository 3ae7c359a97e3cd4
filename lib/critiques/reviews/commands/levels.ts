import { AppError } from '@/lib/errors'

export type Criterion = { id: string; levels: unknown }

/** A level for each criterion, one that the rubric has (a criterion without levels takes 1 to 4), and no other. */
export function requireLevels(criteria: readonly Criterion[], levels: Record<string, number>): void {
  const known = new Set(criteria.map((c) => c.id))
  if (Object.keys(levels).some((id) => !known.has(id))) throw new AppError('INVALID')
  const wrong = criteria.filter(({ id, levels: own }) => {
    const rubric = (own as { level: number }[]).map((l) => l.level)
    const level = levels[id]
    if (level === undefined) return true
    return level > Math.max(4, ...rubric)
  })
  if (wrong.length > 0)
    throw new AppError('INVALID', 'Give a level for each criterion.', {
      fields: Object.fromEntries(wrong.map(({ id }) => [id, 'Choose a level.'])),
    })
}

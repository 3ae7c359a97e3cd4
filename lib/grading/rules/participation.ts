import type { Component, ComponentMark, Contribution, Formula, Participation } from '../schema'
import { differentWords } from './different-words'

type Measure = (own: readonly Contribution[]) => number

const subjects: Measure = (own) => new Set(own.map((c) => c.subjectId)).size
const words: Measure = (own) => differentWords(own.map((c) => c.text ?? '')).size
const people: Measure = (own) => new Set(own.map((c) => c.by)).size

/**
 * How each part is measured. Everything is the size of a set, so that one contribution more never takes anything
 * away, and the same words in two posts, or the same post twice, add nothing.
 */
const MEASURES: Record<Component, Measure> = {
  notes: words,
  replies: words,
  claims: words,
  helpfulness: people,
  reading: subjects,
  votes: subjects,
  reviews: subjects,
}

/**
 * `weight` points for `target`, in proportion below it and no more above: in hundredths of a point, rounded half up,
 * in whole numbers throughout, so that any script gets the same.
 */
export const centipointsFor = (weight: number, value: number, target: number): number =>
  Math.floor((2 * weight * 100 * Math.min(value, target) + target) / (2 * target))

/** One member's participation: every part with what was measured and what it earns. Contributions of others are left out. */
export function participation(
  formula: Formula,
  memberId: string,
  contributions: readonly Contribution[],
): Participation {
  const own = contributions.filter((c) => c.memberId === memberId)
  const components = formula.map((part): ComponentMark => {
    const value = MEASURES[part.component](own.filter((c) => c.component === part.component))
    return { ...part, value, centipoints: centipointsFor(part.weight, value, part.target) }
  })
  return { components, centipoints: components.reduce((sum, c) => sum + c.centipoints, 0) }
}

/** "87.5", "100": no more decimals than there are. */
export const showPoints = (centipoints: number): string => String(centipoints / 100)

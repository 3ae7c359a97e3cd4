import { levelsToGive, topLevel } from '@/lib/critiques/rules/total'
import type { GradeCriterion } from '../schema'

type Stored = { id: string; name: string; weight: number; levels: unknown }

/** A template's criteria out of their rows. */
export const criteriaOf = (rows: readonly Stored[]): GradeCriterion[] =>
  rows.map(({ levels: json, ...criterion }) => {
    const levels = Array.isArray(json) ? (json as GradeCriterion['levels']) : []
    return { ...criterion, levels, choices: levelsToGive({ levels }), top: topLevel({ levels }) }
  })

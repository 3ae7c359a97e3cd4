/** What the evidence matrix says: one door to its rules. */
export { decibels, posterior } from './bayes'
export { smallestFlip } from './flip'
export type { Level, Matrix, Rating } from './grid'
export { diagnosticity, inconsistency, leaders, weightedInconsistency } from './scores'

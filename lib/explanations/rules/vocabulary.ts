/** The words of the matrix, apart from its schema, so that browsers need not load a validator for them. */

export const RATINGS = ['CC', 'C', 'N', 'I', 'II', 'NA'] as const
export type RatingName = (typeof RATINGS)[number]

/** What the letters stand for, as people read them. */
export const RATING_WORDS: Record<RatingName, string> = {
  CC: 'very consistent',
  C: 'consistent',
  N: 'neutral',
  I: 'inconsistent',
  II: 'very inconsistent',
  NA: 'nothing to say',
}

/** The same without letters or colour. */
export const RATING_SIGNS: Record<RatingName, string> = {
  CC: '++',
  C: '+',
  N: '0',
  I: '−',
  II: '−−',
  NA: '·',
}

export const LEVELS = ['LOW', 'MEDIUM', 'HIGH'] as const
export type LevelName = (typeof LEVELS)[number]
export const LEVEL_WORDS: Record<LevelName, string> = { LOW: 'low', MEDIUM: 'medium', HIGH: 'high' }

/** Whose ratings are looked at. */
export const VIEWS = ['mine', 'class', 'start', 'differences'] as const
export type View = (typeof VIEWS)[number]

/** Whose ratings are counted. */
export type Whose = Exclude<View, 'differences'>

export const ORDERS = ['date', 'code', 'apart', 'disagreement'] as const
export type Order = (typeof ORDERS)[number]

import type { Component, Part } from '../schema'

/** What a course starts from: a term of weekly readings. Every number can be changed. */
const USUAL: Record<Component, { weight: number; target: number }> = {
  notes: { weight: 25, target: 400 },
  replies: { weight: 20, target: 250 },
  helpfulness: { weight: 10, target: 6 },
  reading: { weight: 15, target: 8 },
  claims: { weight: 10, target: 80 },
  votes: { weight: 10, target: 2 },
  reviews: { weight: 10, target: 2 },
}

/** A formula to begin with; reading asks for as many sections as the course has. */
export const firstFormula = (sections: number): Part[] =>
  (Object.keys(USUAL) as Component[]).map((component) => ({
    component,
    ...USUAL[component],
    ...(component === 'reading' && sections > 0 ? { target: sections } : {}),
  }))

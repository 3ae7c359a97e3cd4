import type { Relation } from '@/lib/debates/rules/tree'
import type { ToulminName } from '@/lib/debates/schema'

/** How a claim points: a sign, a word, and the colour of the side that it takes towards its parent. */
export const POINTING: Record<Relation, { sign: string; word: string; text: string; edge: string }> = {
  SUPPORTS: { sign: '+', word: 'For', text: 'text-for', edge: 'border-for' },
  OPPOSES: { sign: '−', word: 'Against', text: 'text-against', edge: 'border-against' },
  UNDERCUTS: { sign: '⊘', word: 'Undercuts', text: 'text-against', edge: 'border-against' },
}
export const HELPS = { FOR: 'helps For', AGAINST: 'helps Against' } as const
export const SIDE = { FOR: 'For', AGAINST: 'Against' } as const

export const TOULMIN: Record<ToulminName, { name: string; says: string }> = {
  CLAIM: { name: 'Claim', says: 'what is to be believed' },
  GROUNDS: { name: 'Grounds', says: 'the facts that it rests on' },
  WARRANT: { name: 'Warrant', says: 'why these facts speak for it' },
  BACKING: { name: 'Backing', says: 'why the warrant holds' },
  QUALIFIER: { name: 'Qualifier', says: 'how far it holds' },
  REBUTTAL: { name: 'Rebuttal', says: 'when it would not hold' },
}

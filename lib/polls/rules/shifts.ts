import type { Marks } from '../schema'
import { FEWEST, flowOf, hideSmallFlows } from './suppress'

export type Way = 'up' | 'same' | 'down'
/** How many went these ways; ways that too few went are told together with the next. */
export type Move = { ways: Way[]; voters: number }
export type Shift = { code: string; before: number; after: number; moves: Move[] }
/** What became of the points of those who voted both times: means by option, and who went which way. */
export type Shifts = { voters: number; rows: Shift[] }

type Pair = { before: Marks; after: Marks }

const mean = (values: number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length

/** For scores and credences. Movement is told only in groups of three or more. */
export function shiftsOf(codes: string[], pairs: Pair[]): Shifts | null {
  if (pairs.length < FEWEST) return null
  return {
    voters: pairs.length,
    rows: codes.map((code) => ({ ...meansOf(code, pairs), moves: movesOf(code, pairs) })),
  }
}

/**
 * For approvals, whose sums are counts: from how many approved before and after, and how many went up, those who went
 * down could be worked out. So the four groups of each option (approved both times, gained, lost, neither) are told
 * together or not at all, as in a table of moves.
 */
export function approvalShifts(codes: string[], pairs: Pair[]): Shifts | null {
  if (pairs.length < FEWEST) return null
  const rows = codes.map((code) => ({
    ...meansOf(code, pairs),
    moves: tellable(code, pairs) ? plainMoves(code, pairs) : [{ ways: ALL_WAYS, voters: pairs.length }],
  }))
  return { voters: pairs.length, rows }
}

const ALL_WAYS: Way[] = ['up', 'same', 'down']

const pointsIn = (code: string, { scores }: Marks): number => scores[code] ?? 0

function tellable(code: string, pairs: Pair[]): boolean {
  const said = (marks: Marks) => (pointsIn(code, marks) > 0 ? 'yes' : 'no')
  const moves = pairs.map((p) => ({ before: said(p.before), after: said(p.after) }))
  const shown = hideSmallFlows(flowOf(['yes', 'no'], moves))
  return Object.values(shown).every((row) => Object.values(row).every((n) => n !== null))
}

const meansOf = (code: string, pairs: Pair[]) => ({
  code,
  before: mean(pairs.map((p) => pointsIn(code, p.before))),
  after: mean(pairs.map((p) => pointsIn(code, p.after))),
})

function plainMoves(code: string, pairs: Pair[]): Move[] {
  const signs = pairs.map((p) => Math.sign(pointsIn(code, p.after) - pointsIn(code, p.before)))
  const number = (sign: number) => signs.filter((s) => s === sign).length
  return [
    { ways: ['up'], voters: number(1) },
    { ways: ['same'], voters: number(0) },
    { ways: ['down'], voters: number(-1) },
  ]
}

const movesOf = (code: string, pairs: Pair[]): Move[] => withoutSmall(plainMoves(code, pairs))

const isSmall = ({ voters }: Move): boolean => voters > 0 && voters < FEWEST

/**
 * Joins a small group with a neighbour until none is small. What is joined cannot be taken apart again: the total is
 * that of the group, and no other total is shown that runs across it.
 */
export function withoutSmall(moves: Move[]): Move[] {
  const at = moves.findIndex(isSmall)
  if (at < 0 || moves.length === 1) return moves
  const neighbours = [at - 1, at + 1].filter((i) => i >= 0 && i < moves.length)
  const other = neighbours.reduce((a, b) => (voters(moves[b]) < voters(moves[a]) ? b : a))
  const [first, second] = [Math.min(at, other), Math.max(at, other)]
  const joined = {
    ways: [...(moves[first]?.ways ?? []), ...(moves[second]?.ways ?? [])],
    voters: voters(moves[first]) + voters(moves[second]),
  }
  return withoutSmall([...moves.slice(0, first), joined, ...moves.slice(second + 1)])
}

const voters = (move: Move | undefined): number => move?.voters ?? 0

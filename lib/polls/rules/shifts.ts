import type { Marks } from '../schema'
import { FEWEST } from './suppress'

export type Way = 'up' | 'same' | 'down'
/** How many went these ways; ways that too few went are told together with the next. */
export type Move = { ways: Way[]; voters: number }
export type Shift = { code: string; before: number; after: number; moves: Move[] }
/** What became of the points of those who voted both times: means by option, and who went which way. */
export type Shifts = { voters: number; rows: Shift[] }

type Pair = { before: Marks; after: Marks }

const mean = (values: number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length

/** For approvals, scores and credences. Movement is told only in groups of three or more. */
export function shiftsOf(codes: string[], pairs: Pair[]): Shifts | null {
  if (pairs.length < FEWEST) return null
  return { voters: pairs.length, rows: codes.map((code) => shiftOf(code, pairs)) }
}

function shiftOf(code: string, pairs: Pair[]): Shift {
  const before = pairs.map((p) => p.before.scores[code] ?? 0)
  const after = pairs.map((p) => p.after.scores[code] ?? 0)
  const signs = after.map((points, i) => Math.sign(points - (before[i] ?? 0)))
  const number = (sign: number) => signs.filter((s) => s === sign).length
  return {
    ...{ code, before: mean(before), after: mean(after) },
    moves: withoutSmall([
      { ways: ['up'], voters: number(1) },
      { ways: ['same'], voters: number(0) },
      { ways: ['down'], voters: number(-1) },
    ]),
  }
}

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

import { byStrength, type Compare, compareBy, type Defeat, defeatsIn } from './defeats'
import type { Election, Outcome } from './election'
import { tiersUnder } from './tiers'

/**
 * Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4 (1987):
 * defeats are locked from the strongest down, each unless it closes a cycle with those locked before. Zavist
 * and Tideman (1989) order equally strong ones by a ballot drawn by lot; here they are weighed together, and
 * one is dropped only if it lies on a cycle of locked and equally strong defeats. What is locked has no
 * cycle: one through earlier groups alone was never there, and every defeat of this group on one is gone.
 */
export function rankedPairs({ names, pairwise, settings }: Election): Outcome {
  const locked: Defeat[] = []
  const compare = settings.strength === 'winning' ? winningVotes : compareBy[settings.strength]
  for (const group of byStrength(defeatsIn(pairwise), compare).reverse()) {
    const beats = adjacency(names.length, [...locked, ...group])
    const kept = group.filter(({ winner, loser }) => !reaches(beats, loser, winner))
    locked.push(...kept.sort(byName(names)))
  }
  const beats = adjacency(names.length, locked)
  return {
    tiers: tiersUnder(names.length, (a, b) => beats[a]!.includes(b)),
    locked: locked.map(({ winner, loser }) => [winner, loser]),
  }
}

/** Votes for, then the fewer votes against. */
const winningVotes: Compare = (x, y) => x.for - y.for || y.against - x.against

function adjacency(options: number, defeats: Defeat[]): number[][] {
  const beats: number[][] = Array.from({ length: options }, () => [])
  for (const { winner, loser } of defeats) beats[winner]!.push(loser)
  return beats
}

function reaches(beats: number[][], from: number, to: number): boolean {
  const found = new Set([from])
  for (const option of found) {
    if (option === to) return true
    for (const beaten of beats[option]!) found.add(beaten)
  }
  return false
}

/**
 * Equally strong defeats are locked at once; their names give an order that the poll's own order does not
 * sway.
 */
function byName(names: string[]): Compare {
  const order = (a: number, b: number) => (names[a]! < names[b]! ? -1 : names[a]! > names[b]! ? 1 : 0)
  return (x, y) => order(x.winner, y.winner) || order(x.loser, y.loser)
}

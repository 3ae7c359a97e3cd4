import type { Method } from '../rules/types'

/** "7" or "7/2", in lowest terms: shared first choices make halves and thirds, which doubles do not hold. */
export type Fraction = string
export type Of<T> = Record<string, T>
/** matrix[a][b]: ballots that put a above b. */
export type Matrix = Of<Of<number>>

export const FORMAT = 'colloquy-certificate/1'

/** What every certificate says: of what it speaks, and the answer. Options stand in the order of the poll. */
type Common = {
  format: typeof FORMAT
  options: string[]
  /** How many ballots were counted. */
  ballots: number
  winners: string[]
  ranking: string[][]
}

/** One round of instant-runoff; nobody goes out where a tie stops the count, and `out` is empty. */
export type RunoffRound = { votes: Of<Fraction>; out: string[] }

/** A strongest path: as strong as the weakest of its defeats. Strength 0 and no path where there is none. */
export type Path = { strength: number; path: string[] }

/** Locked, or dropped for the cycle that it closes: the chain of defeats from its loser back to its winner. */
export type RankedDefeat = {
  winner: string
  loser: string
  for: number
  against: number
  locked: boolean
  cycle: string[]
}

type Proofs = {
  plurality: { votes: Of<Fraction> }
  approval: { approvals: Of<number> }
  score: { totals: Of<number> }
  star: {
    matrix: Matrix
    totals: Of<number>
    /** Ballots that give the option 5. */
    fives: Of<number>
    /** Who meets in the runoff for certain; where ties are left, who else may, for how many places. */
    finalists: { certain: string[]; tied: string[]; open: number }
  }
  borda: { matrix: Matrix; points: Of<Fraction> }
  irv: { rounds: RunoffRound[] }
  copeland: { matrix: Matrix; contests: Of<{ won: number; lost: number; drawn: number }> }
  minimax: { matrix: Matrix; worst: Of<{ votes: number; by: string[] }> }
  schulze: { matrix: Matrix; paths: Of<Of<Path>> }
  'ranked-pairs': { matrix: Matrix; defeats: RankedDefeat[] }
  /** Of all preferences of one option over another on all ballots, how many the best rankings agree with. */
  kemeny: { matrix: Matrix; agreement: number; of: number; best: string[][] }
}

export type CertificateOf<M extends Method> = Common & { method: M } & Proofs[M]

/**
 * Why a count came out as it did, in numbers that can be checked without counting the same way again
 * (checker.mjs). Defeats are measured by winning votes; options that a ballot leaves out are tied last.
 */
export type Certificate = { [M in Method]: CertificateOf<M> }[Method]

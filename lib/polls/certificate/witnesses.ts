import type { Tally } from '../rules/tally'
import { chain } from './chain'
import type { Matrix, Of, Path, RankedDefeat } from './types'

const at = <T>(matrix: Of<Of<T>>, a: string, b: string): T | undefined => matrix[a]?.[b]
const votes = (matrix: Matrix, a: string, b: string): number => at(matrix, a, b) ?? 0
const others = (options: string[], a: string) => options.filter((b) => b !== a)
const record = <T>(names: string[], value: (name: string) => T): Of<T> =>
  Object.fromEntries(names.map((name) => [name, value(name)]))

/** Winning votes of a over b, or 0 where a does not defeat b. */
const defeat = (matrix: Matrix, a: string, b: string): number =>
  votes(matrix, a, b) > votes(matrix, b, a) ? votes(matrix, a, b) : 0

/** For each pair, a path that is as strong as Schulze's count says. */
export function pathsOf(options: string[], matrix: Matrix, strengths: Matrix): Of<Of<Path>> {
  const pathOf = (a: string, b: string): Path => {
    const strength = votes(strengths, a, b)
    const steps = (x: string, y: string) => defeat(matrix, x, y) >= strength && x !== y
    return { strength, path: strength > 0 ? (chain(options, a, b, steps) ?? []) : [] }
  }
  return record(options, (a) => record(others(options, a), (b) => pathOf(a, b)))
}

const byName = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

/** Every defeat, the strongest first, locked or with the cycle for which it was dropped. */
export function defeatsOf(options: string[], matrix: Matrix, locked: [string, string][]): RankedDefeat[] {
  const defeats = options.flatMap((winner) =>
    others(options, winner)
      .filter((loser) => defeat(matrix, winner, loser) > 0)
      .map((loser) => ({
        ...{ winner, loser, for: votes(matrix, winner, loser), against: votes(matrix, loser, winner) },
        locked: locked.some(([w, l]) => w === winner && l === loser),
      })),
  )
  const stronger = (x: RankedDefeat | (typeof defeats)[number], y: (typeof defeats)[number]) =>
    y.for - x.for || x.against - y.against
  defeats.sort((x, y) => stronger(x, y) || byName(x.winner, y.winner) || byName(x.loser, y.loser))
  return defeats.map((d) => {
    const steps = (a: string, b: string) =>
      defeats.some(
        (e) => e.winner === a && e.loser === b && (stronger(e, d) === 0 || (e.locked && stronger(e, d) < 0)),
      )
    return { ...d, cycle: d.locked ? [] : (chain(options, d.loser, d.winner, steps) ?? []) }
  })
}

export function contestsOf(options: string[], matrix: Matrix) {
  return record(options, (a) => {
    const leads = others(options, a).map((b) => Math.sign(votes(matrix, a, b) - votes(matrix, b, a)))
    const number = (sign: number) => leads.filter((lead) => lead === sign).length
    return { won: number(1), lost: number(-1), drawn: number(0) }
  })
}

export function worstOf(options: string[], matrix: Matrix, { scores = {} }: Tally) {
  return record(options, (a) => {
    const most = scores[a] ?? 0
    const by = most > 0 ? others(options, a).filter((b) => defeat(matrix, b, a) === most) : []
    return { votes: most, by }
  })
}

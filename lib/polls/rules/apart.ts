import type { Marks } from '../schema'
import { type Counted, kindsOf } from './kinds'
import { type Method, type Tally, tally } from './tally'

/**
 * What sets two counts apart: the fewest ballots that say the same without which both name the same winners. Where
 * several kinds of ballot do it with equally few, each is named. `names` are the winners that both then have.
 */
export type Difference = { fewest: number; kinds: { marks: Marks; of: number; names: string[] }[] }

/** What a class of any size needs is far below; a large file might need more, and is then told so. */
const MOST_COUNTS = 3_000
const MOST_KINDS_NAMED = 4

export const sameWinners = (a: { winners: string[] }, b: { winners: string[] }): boolean =>
  [...a.winners].sort().join('\n') === [...b.winners].sort().join('\n')

/**
 * Finds it by trying one ballot of each kind, then two, and so on. null where no one kind does it, 'too-many' where it
 * was not found within bounds. Some ballots must be left to count.
 */
export function differenceBetween(
  one: Method,
  two: Method,
  codes: string[],
  ballots: Counted[],
): Difference | null | 'too-many' {
  const kinds = kindsOf(ballots)
  let tries = 0
  for (let fewest = 1; fewest <= (kinds[0]?.count ?? 0); fewest++) {
    const able = kinds.filter((kind) => kind.count >= fewest)
    tries += able.length * 2
    if (tries > MOST_COUNTS) return 'too-many'
    const found = able.flatMap((kind) => {
      const left = kinds
        .map((k) => (k === kind ? { ...k, count: k.count - fewest } : k))
        .filter((k) => k.count > 0)
      if (left.length === 0) return []
      const [a, b] = [tally(one, codes, left), tally(two, codes, left)]
      const { ranking, scores } = kind
      return sameWinners(a, b) ? [{ marks: { ranking, scores }, of: kind.count, names: a.winners }] : []
    })
    if (found.length > 0) return { fewest, kinds: found.slice(0, MOST_KINDS_NAMED) }
  }
  return null
}

/** The other ways of counting that name other winners than the first, each with what sets them apart. */
export type Apart = { methods: Method[]; winners: string[]; difference: Difference | null | 'too-many' }

export function apartFrom(tallies: Tally[], codes: string[], ballots: Counted[]): Apart[] {
  const [first, ...others] = tallies
  if (!first) return []
  return others
    .filter((other) => !sameWinners(first, other))
    .map(({ method, winners }) => ({
      ...{ methods: [method], winners },
      difference: differenceBetween(first.method, method, codes, ballots),
    }))
    .reduce<Apart[]>((groups, one) => {
      const alike = groups.find(
        (g) => sameWinners(g, one) && JSON.stringify(g.difference) === JSON.stringify(one.difference),
      )
      if (alike) alike.methods.push(...one.methods)
      else groups.push(one)
      return groups
    }, [])
}

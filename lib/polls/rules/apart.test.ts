import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apartFrom, differenceBetween, sameWinners } from './apart'
import { countAll } from './count'
import type { Counted } from './kinds'
import { type Method, tally } from './tally'
import { anyPoll, rankedMethods, strictPoll } from './testing'

const marked = (ballots: { ranking: string[][]; count?: number }[]): Counted[] =>
  ballots.map(({ ranking, count = 1 }) => ({ ranking, scores: {}, count }))

const method = fc.constantFrom(...rankedMethods)

/** Ballot by ballot: every way to take so many that say the same from the pile. */
function fewestByTrial(one: Method, two: Method, options: string[], ballots: Counted[]): number | null {
  const pile = ballots.flatMap((b) => Array.from({ length: b.count ?? 1 }, () => b.ranking))
  const said = [...new Set(pile.map((ranking) => JSON.stringify(ranking)))]
  for (let take = 1; take < pile.length; take++)
    for (const text of said) {
      if (pile.filter((r) => JSON.stringify(r) === text).length < take) continue
      let taken = 0
      const left = pile
        .filter((r) => JSON.stringify(r) !== text || taken++ >= take)
        .map((ranking) => ({ ranking }))
      if (left.length > 0 && sameWinners(tally(one, options, left), tally(two, options, left))) return take
    }
  return null
}

describe('the ballots that make the difference', () => {
  it.each([
    ['strict', strictPoll],
    ['any', anyPoll],
  ] as const)('are the fewest of one kind without which both agree (%s ballots)', (_, poll) => {
    fc.assert(
      fc.property(poll, method, method, ({ options, ballots }, one, two) => {
        const counted = marked(ballots)
        fc.pre(!sameWinners(tally(one, options, counted), tally(two, options, counted)))
        const found = differenceBetween(one, two, options, counted)
        if (found === 'too-many') throw new Error('a small election is within bounds')
        expect(found?.fewest ?? null).toBe(fewestByTrial(one, two, options, counted))
      }),
      { numRuns: 150 },
    )
  })

  it('are named in the textbook case: 2 of the 6 keep the centre squeezed out', () => {
    const ballots = marked([
      { ranking: [['L'], ['C'], ['R']], count: 6 },
      { ranking: [['C'], ['L'], ['R']], count: 3 },
      { ranking: [['R'], ['C'], ['L']], count: 5 },
    ])
    const options = ['L', 'C', 'R']
    const apart = apartFrom(countAll('RANKED', options, ballots), options, ballots)
    expect(apart.map((a) => [a.methods, a.winners])).toEqual([[['irv', 'plurality'], ['L']]])
    const { difference } = apart[0]!
    if (difference === null || difference === 'too-many') throw new Error('there is one')
    expect(difference.fewest).toBe(fewestByTrial('schulze', 'irv', options, ballots))
  })

  it('are not looked for beyond bounds', () => {
    const ballots = marked([
      { ranking: [['L'], ['C'], ['R']], count: 600_000 },
      { ranking: [['C'], ['L'], ['R']], count: 300_000 },
      { ranking: [['R'], ['C'], ['L']], count: 500_000 },
    ])
    expect(differenceBetween('schulze', 'plurality', ['L', 'C', 'R'], ballots)).toBe('too-many')
  })
})

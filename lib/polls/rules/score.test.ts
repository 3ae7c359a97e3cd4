import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ScoreBallot, tally } from './tally'
import { scored, scorePoll } from './testing'

describe('approval', () => {
  it('elects who is approved by most', () => {
    const ballots = scored(
      ['A', 'B', 'C'],
      [
        [1, 1, 0],
        [0, 1, 0],
        [1, 0, 0],
        [0, 1, 1],
      ],
    )
    const result = tally('approval', ['A', 'B', 'C'], ballots)
    expect(result.scores).toEqual({ A: 2, B: 3, C: 1 })
    expect(result.winners).toEqual(['B'])
  })
})

describe('score', () => {
  it('gives Chuck 13, Amy 10 and Brian 9 (the scoring round of Larry Hastings, starvote, README)', () => {
    const people = ['Amy', 'Brian', 'Chuck']
    const rows = [
      [1, 3, 5],
      [5, 2, 3],
      [4, 4, 5],
    ]
    const result = tally('score', people, scored(people, rows))
    expect(result.scores).toEqual({ Amy: 10, Brian: 9, Chuck: 13 })
    expect(result.ranking).toEqual([['Chuck'], ['Amy'], ['Brian']])
  })

  it('adds up the scores, 0 for an option that a ballot leaves out', () => {
    fc.assert(
      fc.property(scorePoll, ({ options, ballots }) => {
        const { scores, winners } = tally('score', options, ballots)
        const total = (option: string) =>
          ballots.reduce((sum, { scores, count = 1 }) => sum + (scores[option] ?? 0) * count, 0)
        expect(scores).toEqual(Object.fromEntries(options.map((option) => [option, total(option)])))
        expect(winners).toEqual(options.filter((a) => options.every((b) => total(a) >= total(b))))
      }),
    )
  })

  it('adds fractions as they are written: three times 0.1 ties with 0.3', () => {
    const ballots: ScoreBallot[] = [{ scores: { A: 0.1 }, count: 3 }, { scores: { B: 0.3 } }]
    const result = tally('score', ['A', 'B'], ballots)
    expect(result.scores).toEqual({ A: 0.3, B: 0.3 })
    expect(result.winners).toEqual(['A', 'B'])
  })

  it('does not let the order of the ballots reach the last bit', () => {
    const scores = fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { maxLength: 8 })
    const pair = scores.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    )
    fc.assert(
      fc.property(pair, (orders) => {
        const [first, second] = orders.map((given) =>
          tally(
            'score',
            ['A'],
            scored(
              ['A'],
              given.map((score) => [score]),
            ),
          ),
        )
        expect(first).toEqual(second)
        expect(first!.scores!.A).toBeCloseTo(
          orders[0].reduce((sum, score) => sum + score, 0),
          9,
        )
      }),
    )
  })
})

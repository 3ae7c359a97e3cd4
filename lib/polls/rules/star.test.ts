import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ScoreBallot, tally } from './tally'
import { scored, scorePoll } from './testing'

// Examples with a source are from Larry Hastings, starvote (README and test elections), a reference
// tabulator.
const people = ['Amy', 'Brian', 'Chuck']
const star = (rows: number[][], options = people) => tally('star', options, scored(options, rows))

describe('STAR', () => {
  it('sends the two highest totals to a runoff (starvote, README)', () => {
    const result = star([
      [1, 3, 5],
      [5, 2, 3],
      [4, 4, 5],
    ])
    expect(result.scores).toEqual({ Amy: 10, Brian: 9, Chuck: 13 })
    expect(result.rounds).toEqual([
      { Amy: 10, Brian: 9, Chuck: 13 },
      { Amy: 1, Chuck: 2 },
    ])
    expect(result.ranking).toEqual([['Chuck'], ['Amy'], ['Brian']])
  })

  it('may elect the second highest total', () => {
    const result = star([
      [5, 4, 0],
      [3, 4, 0],
      [3, 4, 0],
      [5, 0, 1],
      [0, 1, 0],
    ])
    expect(result.scores).toEqual({ Amy: 16, Brian: 13, Chuck: 1 })
    expect(result.winners).toEqual(['Brian'])
  })

  it('breaks a tie in the runoff by the higher total (starvote)', () => {
    const result = star([
      [1, 2, 5],
      [1, 5, 3],
      [1, 3, 3],
    ])
    expect(result.rounds?.[1]).toEqual({ Brian: 1, Chuck: 1 })
    expect(result.winners).toEqual(['Chuck'])
    expect(result).not.toHaveProperty('tiedAt')
  })

  it('then by five-star votes (starvote)', () => {
    const result = star([
      [1, 4, 5],
      [1, 3, 2],
      [1, 5, 5],
    ])
    expect(result.scores).toEqual({ Amy: 3, Brian: 12, Chuck: 12 })
    expect(result.winners).toEqual(['Chuck'])
  })

  it('reports what is left of it (starvote)', () => {
    const result = star([
      [1, 3, 5],
      [1, 5, 3],
      [1, 4, 4],
    ])
    expect(result.ranking).toEqual([['Brian', 'Chuck'], ['Amy']])
    expect(result.tiedAt).toBe('In the runoff, Brian and Chuck tie, on total scores and five-star votes too.')
  })

  it('breaks a tie for the second place head to head', () => {
    // Amy and Brian have 6 each, and two of three put Brian above Amy.
    const result = star([
      [1, 2, 5],
      [4, 2, 5],
      [1, 2, 5],
    ])
    expect(result.rounds?.[1]).toEqual({ Brian: 0, Chuck: 3 })
    expect(result.ranking).toEqual([['Chuck'], ['Brian'], ['Amy']])
  })

  it('does not mind a tie that cannot change the winner (starvote)', () => {
    const result = star([
      [1, 2, 5],
      [2, 1, 5],
      [3, 3, 5],
    ])
    expect(result.ranking).toEqual([['Chuck'], ['Amy', 'Brian']])
    expect(result.rounds).toHaveLength(1)
    expect(result).not.toHaveProperty('tiedAt')
  })

  it('drops who loses the most contests, however many five-star votes that has', () => {
    // Four tie on 11: a cycle of three, and D, who loses to each of them but has the most fives.
    const result = star(
      [
        [0, 0, 0, 5],
        [0, 0, 0, 5],
        [5, 4, 2, 1],
        [2, 5, 4, 0],
        [4, 2, 5, 0],
      ],
      ['A', 'B', 'C', 'D'],
    )
    expect(result.ranking).toEqual([['A', 'B', 'C'], ['D']])
    expect(result.tiedAt).toBe(
      'In the scoring round, A, B and C tie for the runoff, head to head and on five-star votes too.',
    )
  })

  it('breaks a cycle by five-star votes: the most go in', () => {
    // A, B and C tie on 9 and each loses one contest; A and B have a five, C has none.
    const result = star([
      [5, 3, 1],
      [1, 5, 4],
      [3, 1, 4],
    ])
    expect(result.scores).toEqual({ Amy: 9, Brian: 9, Chuck: 9 })
    expect(result.rounds?.[1]).toEqual({ Amy: 2, Brian: 1 })
    expect(result.ranking).toEqual([['Amy'], ['Brian'], ['Chuck']])
  })

  it('elects of the two highest totals the one on more ballots, where nothing ties', () => {
    fc.assert(
      fc.property(scorePoll, ({ options, ballots }) => {
        const total = (option: string) => sum(ballots, (scores) => scores[option]!)
        const order = [...options].sort((a, b) => total(b) - total(a))
        const [first, second] = order
        fc.pre(first !== undefined && second !== undefined)
        fc.pre(order[2] === undefined || total(second) > total(order[2]))
        const lead = sum(ballots, (scores) => Math.sign(scores[first]! - scores[second]!))
        fc.pre(lead !== 0)
        const result = tally('star', options, ballots)
        expect(result.winners).toEqual([lead > 0 ? first : second])
        expect(Object.keys(result.rounds![1]!).sort()).toEqual([first, second].sort())
      }),
    )
  })

  it('says why whenever it elects more than one', () => {
    fc.assert(
      fc.property(scorePoll, ({ options, ballots }) => {
        const { winners, tiedAt } = tally('star', options, ballots)
        expect(tiedAt !== undefined).toBe(winners.length > 1)
      }),
    )
  })
})

const sum = (ballots: ScoreBallot[], of: (scores: Record<string, number>) => number) =>
  ballots.reduce((total, { scores, count = 1 }) => total + of(scores) * count, 0)

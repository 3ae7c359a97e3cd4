import { describe, expect, it } from 'vitest'
import { type Method, tally } from './tally'
import { ranked } from './testing'

// The twelve ballots of the sample seminar, before and after its debate, with the counts that it states.
const hypotheses = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6']
const before = ranked(
  'H1 > H2 > H5 > H3 > H4 > H6', // Amara Quillfeather
  'H5 > H2 > H3 > H1 > H6 > H4', // Benedikt Ostrowind
  'H4 > H1 > H3 > H5 > H6 > H2', // Chiyo Lanternwood
  'H4 > H1 > H3 > H6 > H5 > H2', // Dariush Pebblebrook
  'H6 > H3 > H1 > H5 > H4 > H2', // Elena Marshwick
  'H1 > H5 > H2 > H3 > H6 > H4', // Farah Thistledown
  'H1 > H4 > H3 > H2 > H6 > H5', // Gonzalo Emberley
  'H2 > H5 > H3 > H1 > H6 > H4', // Seo-yeon Driftmoor
  'H2 > H5 > H1 > H3 > H6 > H4', // Isak Cloudberry
  'H3 > H1 > H5 > H2 > H4 > H6', // Jia-Li Saltmarsh
  'H2 > H3 > H5 > H1 > H4 > H6', // Kwame Bellweather
  'H1 > H4 > H2 > H3 > H5 > H6', // Leilani Stonecrop
)
const after = ranked(
  'H1 > H5 > H3 > H2 > H4 > H6', // Amara Quillfeather
  'H5 > H3 > H2 > H1 > H6 > H4', // Benedikt Ostrowind
  'H1 > H4 > H3 > H5 > H6 > H2', // Chiyo Lanternwood
  'H4 > H1 > H3 > H5 > H6 > H2', // Dariush Pebblebrook
  'H3 > H6 > H5 > H1 > H2 > H4', // Elena Marshwick
  'H5 > H1 > H3 > H2 > H6 > H4', // Farah Thistledown
  'H1 > H3 > H4 > H5 > H2 > H6', // Gonzalo Emberley
  'H5 > H2 > H3 > H1 > H6 > H4', // Seo-yeon Driftmoor
  'H2 > H5 > H3 > H1 > H6 > H4', // Isak Cloudberry
  'H3 > H5 > H1 > H2 > H4 > H6', // Jia-Li Saltmarsh
  'H5 > H3 > H2 > H1 > H4 > H6', // Kwame Bellweather
  'H1 > H3 > H5 > H2 > H4 > H6', // Leilani Stonecrop
)
const row = (...values: number[]) => Object.fromEntries(hypotheses.map((name, i) => [name, values[i]]))

describe('the sample seminar before its debate', () => {
  it('has these first places and Borda points', () => {
    expect(tally('plurality', hypotheses, before).scores).toEqual(row(4, 3, 1, 2, 1, 1))
    expect(tally('borda', hypotheses, before).scores).toEqual(row(44, 33, 36, 22, 32, 13))
  })

  it('is led by H1 on every rule', () => {
    const methods: Method[] = [
      'plurality',
      'borda',
      'irv',
      'copeland',
      'minimax',
      'schulze',
      'ranked-pairs',
      'kemeny',
    ]
    for (const method of methods) expect(tally(method, hypotheses, before).winners).toEqual(['H1'])
  })

  it('has H1 beat H2 by 8 to 4 in the last round', () => {
    const result = tally('irv', hypotheses, before)
    expect(result.rounds?.at(-1)).toEqual({ H1: 8, H2: 4 })
    expect(result).not.toHaveProperty('tiedAt')
  })
})

describe('the sample seminar after its debate', () => {
  it('ties H1 and H5 on first places', () => {
    const result = tally('plurality', hypotheses, after)
    expect(result.scores).toEqual(row(4, 1, 2, 1, 4, 0))
    expect(result.winners).toEqual(['H1', 'H5'])
  })

  it('ties H3 and H5 on Borda points', () => {
    const result = tally('borda', hypotheses, after)
    expect(result.scores).toEqual(row(41, 25, 44, 16, 44, 10))
    expect(result.winners).toEqual(['H3', 'H5'])
  })

  it('elects H5 over H1 by 7 to 5 on elimination, and its tie of H2 and H4 does no harm', () => {
    const result = tally('irv', hypotheses, after)
    expect(result.rounds?.at(-1)).toEqual({ H1: 5, H5: 7 })
    expect(result.ranking).toEqual([['H5'], ['H1'], ['H3'], ['H2', 'H4'], ['H6']])
    expect(result).not.toHaveProperty('tiedAt')
  })

  it('splits six to six between H3 and both H1 and H5', () => {
    const { pairwise } = tally('copeland', hypotheses, after)
    expect([pairwise?.H3?.H1, pairwise?.H1?.H3]).toEqual([6, 6])
    expect([pairwise?.H3?.H5, pairwise?.H5?.H3]).toEqual([6, 6])
  })
})

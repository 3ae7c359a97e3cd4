import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Level, Matrix, Rating } from './matrix'
import { diagnosticity, inconsistency, leaders, smallestFlip, weightedInconsistency } from './matrix'

/** The suggested starting ratings of the ready-made seminar, H1 to H6. */
const SUGGESTED = `
  E01 CC C  N  C  C  NA
  E02 N  I  CC I  CC N
  E03 CC N  CC C  N  N
  E04 N  I  CC N  C  N
  E05 C  C  N  N  CC C
  E06 C  CC N  C  C  N
  E07 C  N  C  N  CC C
  E08 CC II CC C  C  N
  E09 C  I  I  CC C  C
  E10 C  CC C  C  C  N
  E11 I  N  CC I  CC N
  E12 C  C  C  N  CC N
  E13 C  I  CC C  I  C
  E14 C  N  CC CC I  CC
  E15 C  CC I  C  N  N
  E16 C  C  C  N  CC I`

const explanations = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6']

const SEMINAR: Matrix = {
  explanations,
  evidence: SUGGESTED.trim()
    .split('\n')
    .map((line) => {
      const [id = '', ...ratings] = line.trim().split(/\s+/)
      return { id, ratings: Object.fromEntries(explanations.map((e, i) => [e, ratings[i] as Rating])) }
    }),
}

const without = (m: Matrix, ids: string[]): Matrix => ({
  ...m,
  evidence: m.evidence.filter((row) => !ids.includes(row.id)),
})

const RATINGS: Rating[] = ['CC', 'C', 'N', 'I', 'II', 'NA']
const level = fc.option(fc.constantFrom<Level>('low', 'medium', 'high'), { nil: undefined })

/** Matrices of at most so many explanations and rows, some cells empty; ids are not in alphabetical order. */
function anyMatrix(most: number, rows: number, ratings = RATINGS): fc.Arbitrary<Matrix> {
  const row = (names: string[]) =>
    fc.record({
      credibility: level,
      relevance: level,
      ratings: fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...ratings)),
    })
  return fc
    .uniqueArray(fc.constantFrom(...'pqrstuvwx'), { minLength: 1, maxLength: most })
    .chain((explanations) =>
      fc.record({
        explanations: fc.constant(explanations),
        evidence: fc
          .array(row(explanations), { maxLength: rows })
          .map((drawn) => drawn.map((rest, i) => ({ ...rest, id: `e${(i * 7) % 31}` }))),
      }),
    )
}

const PLACES: Rating[] = ['II', 'I', 'N', 'C', 'CC']
const leading = (m: Matrix) => leaders(inconsistency(m)).toSorted().join(' ')

describe('the ready-made seminar', () => {
  it('has the totals that the teaching text prints', () => {
    expect(inconsistency(SEMINAR)).toEqual({ H1: 1, H2: 6, H3: 2, H4: 2, H5: 2, H6: 1 })
    expect(weightedInconsistency(SEMINAR)).toEqual(inconsistency(SEMINAR))
    expect(leaders(inconsistency(SEMINAR))).toEqual(['H1', 'H6'])
  })

  it('answers its sensitivity exercise: without the contested rows H2 falls to 4 and H5 to 1', () => {
    const struck = without(SEMINAR, ['E05', 'E08', 'E12', 'E14'])
    expect(inconsistency(struck)).toEqual({ H1: 1, H2: 4, H3: 2, H4: 2, H5: 1, H6: 1 })
  })

  it('spreads the explanations furthest over E08', () => {
    const spread = diagnosticity(SEMINAR)
    expect(Math.max(...Object.values(spread))).toBe(spread.E08)
    expect(spread.E08).toBeCloseTo(Math.sqrt(68) / 6, 12) // ratings 5 1 5 4 4 3
    expect(spread.E10).toBeCloseTo(Math.sqrt(12) / 6, 12) // ratings 4 5 4 4 4 3
  })

  it('hangs on one rating: two explanations share the lead', () => {
    expect(smallestFlip(SEMINAR)).toEqual([{ evidence: 'E11', explanation: 'H1', from: 'I', to: 'N' }])
  })
})

describe('weightedInconsistency', () => {
  it('weighs by credibility and relevance: low 1/√2, medium 1, high √2', () => {
    const weights = { low: Math.SQRT1_2, medium: 1, high: Math.SQRT2 }
    fc.assert(
      fc.property(anyMatrix(4, 6), (m) => {
        const scores = weightedInconsistency(m)
        for (const explanation of m.explanations) {
          const sum = m.evidence.reduce((total, row) => {
            const points = { I: 1, II: 2 }[row.ratings[explanation] as 'I' | 'II'] ?? 0
            return total + points * weights[row.credibility ?? 'medium'] * weights[row.relevance ?? 'medium']
          }, 0)
          expect(scores[explanation]).toBeCloseTo(sum, 10)
        }
      }),
    )
  })

  it('gives the same bytes, and so the same leaders, in whatever order the evidence is listed', () => {
    fc.assert(
      fc.property(anyMatrix(4, 12), (m) => {
        const reversed = { ...m, evidence: m.evidence.toReversed() }
        expect(JSON.stringify(weightedInconsistency(reversed))).toBe(JSON.stringify(weightedInconsistency(m)))
      }),
    )
  })
})

describe('diagnosticity', () => {
  it('is the population standard deviation of the ratings, those that are NA left out', () => {
    fc.assert(
      fc.property(anyMatrix(5, 4), (m) => {
        for (const row of m.evidence) {
          const values = m.explanations.flatMap((e) => {
            const place = PLACES.indexOf(row.ratings[e] ?? 'NA')
            return place < 0 ? [] : [place + 1]
          })
          const mean = values.reduce((a, b) => a + b, 0) / values.length
          const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length
          expect(diagnosticity(m)[row.id]).toBeCloseTo(values.length ? Math.sqrt(variance) : 0, 12)
        }
      }),
    )
  })
})

describe('leaders', () => {
  it('names every explanation of the smallest score, in the order given', () => {
    expect(leaders({ b: 2, a: 2, c: 3 })).toEqual(['b', 'a'])
    expect(leaders({})).toEqual([])
  })

  it('sees a tie that floats hide, and no tie in a difference of any size that matters', () => {
    expect(0.1 + 0.2).not.toBe(0.3)
    expect(leaders({ a: 0.1 + 0.2, b: 0.3, c: 0.3001 })).toEqual(['a', 'b'])
    expect(leaders({ a: 0, b: 1e-300 })).toEqual(['a'])
    expect(leaders({ a: 1e6, b: 1e6 + 0.01 })).toEqual(['a'])
  })

  it('refuses a score that is not a number', () => {
    expect(() => leaders({ a: 1, b: Number.NaN })).toThrow(RangeError)
  })
})

/** The fewest steps to a matrix with other leaders, by trying every matrix there is. */
function fewestByTrial(m: Matrix): number | null {
  const cells = m.evidence.flatMap((row) =>
    m.explanations.filter((e) => (row.ratings[e] ?? 'NA') !== 'NA').map((e) => ({ row: row.id, e })),
  )
  const before = leading(m)
  let best: number | null = null
  const visit = (at: number, now: Matrix, steps: number) => {
    if (best !== null && steps >= best) return
    const cell = cells[at]
    if (!cell) {
      if (leading(now) !== before) best = steps
      return
    }
    const old = now.evidence.find((row) => row.id === cell.row)!.ratings[cell.e]!
    for (const to of PLACES)
      visit(
        at + 1,
        rated(now, cell.row, cell.e, to),
        steps + Math.abs(PLACES.indexOf(to) - PLACES.indexOf(old)),
      )
  }
  visit(0, m, 0)
  return best
}

const rated = (m: Matrix, evidence: string, explanation: string, to: Rating): Matrix => ({
  ...m,
  evidence: m.evidence.map((row) =>
    row.id === evidence ? { ...row, ratings: { ...row.ratings, [explanation]: to } } : row,
  ),
})

describe('smallestFlip', () => {
  it('is as short as a search of all matrices finds', () => {
    const shapes = [anyMatrix(1, 4), anyMatrix(3, 2), anyMatrix(2, 3), anyMatrix(6, 1)]
    fc.assert(
      fc.property(fc.oneof(...shapes), (m) => {
        expect(smallestFlip(m)?.length ?? null).toBe(fewestByTrial(m))
      }),
      { numRuns: 300 },
    )
  })

  it('is as short where nothing is held against anyone, and the lead is shared', () => {
    fc.assert(
      fc.property(anyMatrix(3, 2, ['C', 'CC', 'NA']), (m) => {
        expect(smallestFlip(m)?.length ?? null).toBe(fewestByTrial(m))
      }),
    )
  })

  it('lists single steps that follow on one another, never touch NA, and do change the leaders', () => {
    fc.assert(
      fc.property(anyMatrix(6, 8), (m) => {
        const steps = smallestFlip(m)
        if (steps === null) return
        let now = m
        for (const { evidence, explanation, from, to } of steps) {
          expect(leading(now)).toBe(leading(m)) // no step to spare
          const row = now.evidence.find(({ id }) => id === evidence)!
          expect(row.ratings[explanation]).toBe(from)
          expect(from).not.toBe('NA')
          expect(Math.abs(PLACES.indexOf(from) - PLACES.indexOf(to))).toBe(1)
          now = rated(now, evidence, explanation, to)
        }
        expect(leading(now)).not.toBe(leading(m))
      }),
    )
  })

  it('does not depend on the order of rows or columns', () => {
    fc.assert(
      fc.property(anyMatrix(5, 6), (m) => {
        const turned = { explanations: m.explanations.toReversed(), evidence: m.evidence.toReversed() }
        expect(smallestFlip(turned)).toEqual(smallestFlip(m))
      }),
    )
  })

  it('takes a rating two steps where that is the shortest way', () => {
    const m: Matrix = { explanations: ['a', 'b'], evidence: [{ id: 'x', ratings: { a: 'CC', b: 'II' } }] }
    expect(smallestFlip(m)).toEqual([
      { evidence: 'x', explanation: 'b', from: 'II', to: 'I' },
      { evidence: 'x', explanation: 'b', from: 'I', to: 'N' },
    ])
  })

  it('puts the first point where it takes the fewest steps', () => {
    const m: Matrix = {
      explanations: ['a', 'b'],
      evidence: [
        { id: 'x', ratings: { a: 'CC', b: 'CC' } },
        { id: 'y', ratings: { a: 'CC', b: 'C' } },
      ],
    }
    expect(smallestFlip(m)).toEqual([
      { evidence: 'y', explanation: 'b', from: 'C', to: 'N' },
      { evidence: 'y', explanation: 'b', from: 'N', to: 'I' },
    ])
  })

  it('finds nothing to change for a lone explanation, or where nobody has rated anything', () => {
    expect(smallestFlip({ explanations: ['a'], evidence: [{ id: 'x', ratings: { a: 'I' } }] })).toBeNull()
    expect(smallestFlip({ explanations: ['a', 'b'], evidence: [{ id: 'x', ratings: {} }] })).toBeNull()
    expect(smallestFlip({ explanations: [], evidence: [] })).toBeNull()
  })
})

describe('bad input', () => {
  const of = (json: string): Matrix => JSON.parse(json)

  it.each([
    ['an unknown rating', '{"explanations":["a"],"evidence":[{"id":"x","ratings":{"a":"III"}}]}'],
    ['an explanation twice', '{"explanations":["a","a"],"evidence":[]}'],
    ['evidence twice', '{"explanations":["a"],"evidence":[{"id":"x","ratings":{}},{"id":"x","ratings":{}}]}'],
  ])('refuses %s', (_what, json) => {
    for (const rule of [inconsistency, weightedInconsistency, diagnosticity, smallestFlip])
      expect(() => rule(of(json))).toThrow(RangeError)
  })

  it('refuses an unknown level', () => {
    const m = of('{"explanations":["a"],"evidence":[{"id":"x","credibility":"toString","ratings":{}}]}')
    expect(() => weightedInconsistency(m)).toThrow(RangeError)
  })

  it('takes names that an object knows already for the plain names they are', () => {
    const m = of(
      '{"explanations":["__proto__","constructor"],"evidence":[{"id":"x","ratings":{"__proto__":"I"}}]}',
    )
    expect(Object.entries(inconsistency(m))).toEqual([
      ['__proto__', 1],
      ['constructor', 0],
    ])
    expect(leaders(inconsistency(m))).toEqual(['constructor'])
  })
})

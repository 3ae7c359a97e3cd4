import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMPONENTS, type Component, type Contribution, Formula } from '../schema'
import { differentWords } from './different-words'
import { centipointsFor, participation, showPoints } from './participation'

const FORMULA: Formula = [
  { component: 'notes', weight: 30, target: 20 },
  { component: 'replies', weight: 20, target: 10 },
  { component: 'helpfulness', weight: 10, target: 3 },
  { component: 'reading', weight: 10, target: 4 },
  { component: 'claims', weight: 10, target: 8 },
  { component: 'votes', weight: 10, target: 2 },
  { component: 'reviews', weight: 10, target: 2 },
]
const WORDS = [
  'power',
  'lens',
  'Juche',
  '주체',
  '核',
  'why',
  'not',
  'regime',
  'survival',
  'evidence',
  'x',
  'y',
]

const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((w) => w.join(' '))
const contribution: fc.Arbitrary<Contribution> = fc.record({
  memberId: fc.constant('me'),
  component: fc.constantFrom(...COMPONENTS),
  at: fc.constant('2026-11-24T09:00:00.000Z'),
  subjectId: fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6'),
  text,
  by: fc.nat(5),
})
const log = fc.array(contribution, { maxLength: 30 })
const mark = (contributions: readonly Contribution[]) =>
  participation(FORMULA, 'me', contributions).centipoints
const WRITTEN: readonly Component[] = ['notes', 'replies', 'claims']

describe('participation', () => {
  test('one contribution more never lowers the mark', () => {
    fc.assert(fc.property(log, contribution, (some, one) => mark([...some, one]) >= mark(some)))
  })

  test('a text that is split in two never raises it, wherever the halves stand', () => {
    fc.assert(
      fc.property(log, contribution, fc.nat(), fc.constantFrom('s7', 's8'), (some, one, at, elsewhere) => {
        fc.pre(WRITTEN.includes(one.component))
        const words = (one.text ?? '').split(' ')
        const cut = at % (words.length + 1)
        const [head, tail] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
        const halves = [
          { ...one, text: head },
          { ...one, text: tail, subjectId: elsewhere },
        ]
        return mark([...some, ...halves]) === mark([...some, one])
      }),
    )
  })

  test('saying it again never raises it', () => {
    fc.assert(
      fc.property(log, contribution, (some, one) => {
        fc.pre(WRITTEN.includes(one.component))
        return mark([...some, one, { ...one, subjectId: 's9' }, one]) === mark([...some, one])
      }),
    )
  })

  test('does not depend on the order of the log, nor on what others did', () => {
    fc.assert(
      fc.property(log, contribution, (some, one) => {
        const others = some.map((c) => ({ ...c, memberId: 'other' }))
        return mark([...some, one]) === mark([...others, one, ...some.toReversed()])
      }),
    )
  })

  test('is between nothing and the whole, and the whole where every target is met', () => {
    fc.assert(fc.property(log, (some) => mark(some) >= 0 && mark(some) <= 10_000))
    expect(centipointsFor(30, 20, 20)).toBe(3000)
    expect(centipointsFor(30, 99, 20)).toBe(3000)
    expect(centipointsFor(10, 1, 3)).toBe(333)
    expect(centipointsFor(10, 2, 3)).toBe(667)
    expect(showPoints(8750)).toBe('87.5')
  })
})

describe('different words', () => {
  test('are counted once, in any case, and never those that are quoted', () => {
    expect([...differentWords(['Power power POWER', '> quoted words\nmine https://example.org/a'])]).toEqual([
      'power',
      'mine',
    ])
  })

  test('of Korean are its words, of Chinese its characters', () => {
    expect([...differentWords(['주체 사상은 주체', '核武器 not 核'])]).toEqual([
      '주체',
      '사상은',
      '核',
      '武',
      '器',
      'not',
    ])
  })
})

test('a formula’s points add up to a hundred and no part stands there twice', () => {
  expect(Formula.safeParse(FORMULA).success).toBe(true)
  expect(Formula.safeParse(FORMULA.slice(1)).success).toBe(false)
  expect(Formula.safeParse([FORMULA[0], FORMULA[0]]).success).toBe(false)
})

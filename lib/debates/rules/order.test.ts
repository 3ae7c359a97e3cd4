import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PHASE_KINDS, type PhaseKind } from '../set-up/roles'
import { FORMATS, seatsOf } from './formats'
import { heldCount, heldProblem, orderProblem } from './order'
import { isWritten, phaseAt, steps } from './written'

const kinds = (...list: PhaseKind[]) => list.map((kind) => ({ kind }))

describe('votes', () => {
  test('come in order, one of each', () => {
    expect(orderProblem(kinds('PRE_VOTE', 'FLOOR', 'POST_VOTE'))).toBeNull()
    expect(orderProblem(kinds('PRE_VOTE', 'FLOOR'))).toBeNull()
    expect(orderProblem(kinds('FLOOR', 'POST_VOTE'))).toMatchObject({ index: 1 })
    expect(orderProblem(kinds('POST_VOTE', 'PRE_VOTE'))).toMatchObject({ index: 0 })
    expect(orderProblem(kinds('PRE_VOTE', 'PRE_VOTE', 'POST_VOTE'))).toMatchObject({ index: 1 })
    expect(orderProblem(kinds('PRE_VOTE', 'POST_VOTE', 'POST_VOTE'))).toMatchObject({ index: 2 })
  })

  test('are in order wherever no problem is found', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PHASE_KINDS)), (list) => {
        if (orderProblem(kinds(...list))) return
        const [pre, post] = [list.indexOf('PRE_VOTE'), list.indexOf('POST_VOTE')]
        expect(post < 0 || (pre >= 0 && pre < post)).toBe(true)
      }),
    )
  })

  test('are in order in every format', () => {
    for (const { phases } of FORMATS) expect(orderProblem(phases)).toBeNull()
  })
})

test('the places of speakers follow from who speaks', () => {
  const seats = FORMATS.map((f) => seatsOf(f.phases))
  const oxford = { FOR: ['P1', 'P2', 'P3'], AGAINST: ['O1', 'O2', 'O3'] }
  expect(seats).toEqual([oxford, { FOR: ['A1', 'A2', 'A3'], AGAINST: ['N1', 'N2', 'N3'] }, oxford, oxford])
})

describe('phases that have been run', () => {
  const phase = (id: string, name = id) => ({
    ...{ id, name, minutes: 5, kind: 'FLOOR' as const, who: '', purpose: '', asks: '', speakers: [] },
  })
  const was = ['a', 'b', 'c', 'd'].map((id) => phase(id))
  test('stay, with those before them; later ones may change, move and go', () => {
    const held = heldCount(was, new Set(['b']))
    expect(held).toBe(2)
    expect(heldProblem(was, [was[0]!, was[1]!, phase('d', 'Other')], held)).toBeNull()
    expect(heldProblem(was, [was[0]!, phase('b', 'Other'), was[2]!], held)).toMatchObject({ index: 1 })
    expect(heldProblem(was, [was[1]!, was[0]!], held)).toMatchObject({ index: 0 })
    expect(heldProblem(was, [was[0]!], held)).toMatchObject({ index: 1 })
  })
})

describe('a written debate', () => {
  const start = new Date('2026-11-30T03:00:00Z')
  test('has a step due at every moment from its start to its end, and they follow one another', () => {
    const minutes = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 20_160 }) }), { minLength: 1 })
    fc.assert(
      fc.property(minutes, fc.nat(), (phases, seconds) => {
        const now = new Date(start.getTime() + seconds * 1000)
        const at = phaseAt(start, phases, now)
        const all = steps(start, phases)
        if (typeof at === 'string') {
          expect([at, now >= all.at(-1)!.until]).toEqual(['after', true])
          return
        }
        const { from, until } = all[at]!
        expect(from <= now && now < until).toBe(true)
        for (const [i, step] of all.entries()) if (i) expect(step.from).toEqual(all[i - 1]!.until)
      }),
    )
    expect(phaseAt(start, [{ minutes: 1440 }], new Date(start.getTime() - 1))).toBe('before')
  })
  test('is told from one that is held in a room', () => {
    expect(FORMATS.map((f) => isWritten(f.phases))).toEqual([false, false, false, true])
  })
})

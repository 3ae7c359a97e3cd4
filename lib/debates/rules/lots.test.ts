import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawLots, type Pool } from './lots'
import { seatLabel, whyNotRoles, whyNotTake } from './seats'

const seats = { FOR: ['P1', 'P2', 'P3'], AGAINST: ['O1', 'O2', 'O3'] }
const members = fc
  .uniqueArray(fc.tuple(fc.uuid(), fc.constantFrom(null, 'A', 'B', 'C')), {
    maxLength: 40,
    selector: ([id]) => id,
  })
  .map((rows) => rows.map(([id, group]) => ({ id, group })))
const pool: fc.Arbitrary<Pool> = fc.record({
  members,
  seats: fc.constant(seats),
  everybody: fc.boolean(),
  byGroup: fc.boolean(),
})

const difference = (drawn: { side: 'FOR' | 'AGAINST' | null }[]) =>
  Math.abs(drawn.filter((d) => d.side === 'FOR').length - drawn.filter((d) => d.side === 'AGAINST').length)

test('sides differ by one at most, over all and in each group where that is asked', () => {
  fc.assert(
    fc.property(pool, fc.string(), (lot, seed) => {
      const drawn = drawLots(lot, seed)
      expect(difference(drawn)).toBeLessThanOrEqual(1)
      if (!lot.byGroup) return
      for (const group of [null, 'A', 'B', 'C']) {
        const ids = new Set(lot.members.filter((m) => m.group === group).map((m) => m.id))
        expect(difference(drawn.filter((d) => ids.has(d.id)))).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('speakers are spread over the groups, as far as these have people', () => {
  fc.assert(
    fc.property(members, fc.string(), (people, seed) => {
      const drawn = drawLots({ members: people, seats, everybody: false, byGroup: true }, seed)
      const speaking = new Set(drawn.flatMap((d) => (d.side ? [d.id] : [])))
      const counts = [null, 'A', 'B', 'C'].map((group) => {
        const list = people.filter((m) => m.group === group)
        return { of: list.length, n: list.filter((m) => speaking.has(m.id)).length }
      })
      for (const a of counts)
        for (const b of counts) if (a.n < a.of) expect(a.n).toBeGreaterThanOrEqual(b.n - 1)
    }),
  )
})

test('everybody is in it once, every place is taken once, and as many speak as there are places', () => {
  fc.assert(
    fc.property(pool, fc.string(), (lot, seed) => {
      const drawn = drawLots(lot, seed)
      expect(drawn.map((d) => d.id).sort()).toEqual(lot.members.map((m) => m.id).sort())
      const speakers = drawn.filter((d) => d.part === 'SPEAKER')
      expect(speakers).toHaveLength(lot.everybody ? drawn.length : Math.min(6, drawn.length))
      expect(new Set(speakers.map((d) => d.label)).size).toBe(speakers.length)
      expect(whyNotRoles(drawn.map((d) => ({ ...d, membershipId: d.id })))).toBeNull()
    }),
  )
})

test('one seed gives one draw, whatever the order of the members; another seed another', () => {
  const shuffled = members.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, fc.string(), fc.boolean(), ([list, other], seed, byGroup) => {
      const draw = (people: typeof list) =>
        drawLots({ members: people, seats, everybody: true, byGroup }, seed)
      expect(draw(other)).toEqual(draw(list))
    }),
  )
  const list = Array.from({ length: 12 }, (_, i) => ({ id: String(i), group: null }))
  const draws = Array.from({ length: 50 }, (_, i) =>
    JSON.stringify(drawLots({ members: list, seats, everybody: true, byGroup: false }, `seed ${i}`)),
  )
  expect(new Set(draws).size).toBe(50)
})

test('over many seeds everybody stands on either side about as often', () => {
  const list = Array.from({ length: 7 }, (_, i) => ({ id: `m${i}`, group: null }))
  const pro = new Map<string, number>()
  for (let i = 0; i < 2000; i++)
    for (const d of drawLots({ members: list, seats, everybody: true, byGroup: false }, `s${i}`))
      if (d.side === 'FOR') pro.set(d.id, (pro.get(d.id) ?? 0) + 1)
  // binomial with 2000 draws: five standard deviations are 112
  for (const n of pro.values()) expect(Math.abs(n - 1000)).toBeLessThan(112)
})

test('places go on in the manner of those that there are', () => {
  expect([0, 2, 3, 11].map((n) => seatLabel(seats.FOR, n, 'P'))).toEqual(['P1', 'P3', 'P4', 'P12'])
  expect(seatLabel([], 0, 'O')).toBe('O1')
})

test('whatever students take and give up, the sides never differ by more than one', () => {
  const moves = fc.array(fc.tuple(fc.nat(9), fc.constantFrom('FOR' as const, 'AGAINST' as const, null)), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(moves, (list) => {
      const roles = Array.from({ length: 10 }, () => ({
        side: null as 'FOR' | 'AGAINST' | null,
        part: 'SPEAKER' as const,
      }))
      for (const [who, to] of list) {
        const role = roles[who]!
        if (whyNotTake(roles, role.side, to) === null) role.side = to
        expect(difference(roles)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('a list of roles with two chairs, a shared place or a speaker without a side is refused in a sentence', () => {
  const role = (membershipId: string, over: object) => ({
    ...{ membershipId, side: 'FOR' as const, label: 'P1', part: 'SPEAKER' as const },
    ...over,
  })
  expect(whyNotRoles([role('a', {}), role('b', { label: 'P2' })])).toBeNull()
  expect(whyNotRoles([role('a', {}), role('b', { label: 'p1' })])).toMatch('place P1')
  expect(whyNotRoles([role('a', {}), role('a', { label: 'P2' })])).toMatch('two roles')
  expect(whyNotRoles([role('a', { part: 'CHAIR' }), role('b', { part: 'CHAIR' })])).toMatch('one chair')
  expect(whyNotRoles([role('a', { side: null })])).toMatch('without a side')
})

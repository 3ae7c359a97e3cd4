import { describe, expect, test } from 'vitest'
import type { ClockDto, FloorDto, SessionPage, StatementDto } from '@/lib/debates/session/schema'
import { change, liveFrom } from './state'

const clock = (revision: number): ClockDto => ({
  ...{ revision, state: 'RUNNING', phaseId: `${revision}`, endsAt: 1, leftMs: null, now: 0 },
  ...{ left: [], votes: [] },
})
const floor = (who: string): FloorDto => ({ speaking: null, waiting: [], spoken: { [who]: 1 } })
const statement = (id: string, number: number, text = id): StatementDto => ({
  ...{ id, number, text, speakerId: 's', speaker: 'S', byId: 's', side: null, phaseId: null },
  ...{ claim: null, at: '', edited: false },
})
const page = (over: Partial<SessionPage> = {}): SessionPage => ({
  debate: { id: 'd', slug: 'd', motion: 'M', formatName: '', closed: false },
  ...{ phases: [], clock: clock(3), floor: floor('a'), statements: [statement('one', 1)], roles: [] },
  ...{ turnout: { p: 2 }, voters: 9, seq: 10, me: { memberId: 'm', role: null, student: true } },
  can: { control: false, raise: true, write: true, note: false },
  ...over,
})
const event = (type: string, seq: number, data: object) =>
  ({ what: 'event', event: { type, seq, data: { scopeId: 'd', ...data } } }) as const

describe('what a screen knows', () => {
  const was = liveFrom(page())

  test('of the clock, the newest revision wins, whichever way it came', () => {
    expect(change(was, event('debate.session', 11, { clock: clock(4) })).clock.revision).toBe(4)
    expect(change(was, event('debate.session', 11, { clock: clock(2) })).clock.revision).toBe(3)
    expect(change(was, { what: 'page', page: page({ clock: clock(2) }) }).clock.revision).toBe(3)
    expect(change(was, { what: 'clock', clock: clock(5) }).clock.revision).toBe(5)
  })

  test('a page that was made before an event does not undo it; one that was made after it counts', () => {
    const now = change(
      change(was, event('hand.changed', 12, { floor: floor('b') })),
      event('statement.deleted', 13, { subjectId: 'one', statement: null }),
    )
    const late = change(now, { what: 'page', page: page({ seq: 11 }) })
    expect([late.floor.spoken, late.statements]).toEqual([{ b: 1 }, []])
    const fresh = change(now, { what: 'page', page: page({ seq: 13 }) })
    expect([fresh.floor.spoken, fresh.statements.length]).toEqual([{ a: 1 }, 1])
  })

  test('statements keep their order and change in place; turnout never falls', () => {
    const more = change(
      was,
      event('statement.added', 11, { subjectId: 'two', statement: statement('two', 2) }),
    )
    const edited = change(
      more,
      event('statement.edited', 12, { subjectId: 'one', statement: statement('one', 1, 'better') }),
    )
    expect(edited.statements.map((s) => s.text)).toEqual(['better', 'two'])
    const voted = change(edited, event('poll.turnout', 13, { scopeId: 'p', voted: 5 }))
    expect(change(voted, { what: 'page', page: page() }).turnout).toEqual({ p: 5 })
    expect(change(voted, event('poll.turnout', 14, { scopeId: 'q', voted: 1 })).turnout).toEqual({
      p: 5,
      q: 1,
    })
  })
})

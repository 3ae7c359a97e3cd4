import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PHASE_KINDS } from '../set-up/roles'
import { orderProblem } from './order'
import {
  type Act,
  isVote,
  MINUTE_MS,
  type PlannedPhase,
  pausedMs,
  perform,
  type Standing,
  timeLeft,
} from './session'

const READY: Standing = { state: 'READY' }

const plan = fc
  .array(fc.record({ kind: fc.constantFrom(...PHASE_KINDS), minutes: fc.integer({ min: 1, max: 60 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((phases) => phases.map((p, i): PlannedPhase => ({ ...p, id: `${i}`, name: `Phase ${i}` })))

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom('start', 'pause', 'resume', 'back').map((a) => ({ act: a }) as Act),
  { weight: 4, arbitrary: fc.constant<Act>({ act: 'next' }) },
  fc.integer({ min: -5, max: 10 }).map((minutes): Act => ({ act: 'extend', minutes })),
  fc.integer({ min: 0, max: 12 }).map((i): Act => ({ act: 'go', phaseId: `${i}` })),
  fc.constant<Act>({ act: 'end' }),
)
const steps = fc.array(fc.record({ act, wait: fc.integer({ min: 0, max: 20 * MINUTE_MS }) }), {
  maxLength: 40,
})

type Seen = {
  before: Standing
  after: Standing
  act: Act
  now: number
  was: number
  left: ReadonlySet<string>
}

/** Lets the acts happen one after the other, as the commands do; `look` sees every act that was not refused. */
function play(
  phases: PlannedPhase[],
  acts: { act: Act; wait: number }[],
  look: (seen: Seen) => void,
): Standing {
  let standing = READY
  let now = 0
  const left = new Set<string>()
  for (const { act: a, wait } of acts) {
    now += wait
    const outcome = perform(standing, a, { phases, left, now })
    if ('refusal' in outcome) continue
    const before = standing
    standing = outcome.to
    const leaves =
      (before.state === 'RUNNING' || before.state === 'PAUSED') &&
      (standing.state === 'ENDED' || ('phaseId' in standing && standing.phaseId !== before.phaseId))
    if (leaves) left.add(before.phaseId)
    look({ before, after: standing, act: a, now, was: now - wait, left })
  }
  return standing
}

const at = (s: Standing) => ('phaseId' in s ? Number(s.phaseId) : -1)

describe('phases', () => {
  test('never skip a vote, whatever is pressed in whatever order', () =>
    fc.assert(
      fc.property(plan, steps, (phases, acts) => {
        const entered = new Set<string>()
        const standing = play(phases, acts, ({ after }) => {
          if ('phaseId' in after) entered.add(after.phaseId)
          const passed = phases.slice(0, Math.max(0, at(after))).filter(isVote)
          expect(passed.filter((p) => !entered.has(p.id))).toEqual([])
        })
        if (standing.state === 'ENDED')
          expect(phases.filter((p) => isVote(p) && !entered.has(p.id))).toEqual([])
      }),
      { numRuns: 2000 },
    ))

  test('a vote that was left is closed for good: leaving any phase is noticed', () =>
    fc.assert(
      fc.property(plan, steps, (phases, acts) => {
        const entered: string[] = []
        let last: ReadonlySet<string> = new Set()
        const standing = play(phases, acts, ({ after, left }) => {
          if ('phaseId' in after && entered.at(-1) !== after.phaseId) entered.push(after.phaseId)
          last = left
        })
        const running = standing.state === 'RUNNING' || standing.state === 'PAUSED'
        for (const id of running ? entered.slice(0, -1) : entered) expect(last.has(id)).toBe(true)
      }),
    ))

  test('a jury of a well-ordered debate can always be led to its end by “next” alone', () =>
    fc.assert(
      fc.property(plan, (phases) => {
        fc.pre(orderProblem(phases) === null)
        const acts: Act[] = [
          { act: 'start' },
          ...phases.slice(1).map((): Act => ({ act: 'next' })),
          { act: 'end' },
        ]
        const standing = play(
          phases,
          acts.map((a) => ({ act: a, wait: 1000 })),
          () => {},
        )
        expect(standing.state).toBe('ENDED')
      }),
    ))

  test('no phase is lost: the session is always at one of them, and moves by one with next and back', () =>
    fc.assert(
      fc.property(plan, steps, (phases, acts) => {
        play(phases, acts, ({ before, after, act: a }) => {
          expect(phases.some((p) => p.id === `${at(after)}`)).toBe(true)
          if (a.act === 'next') expect(at(after)).toBe(at(before) + 1)
          if (a.act === 'back') expect(at(after)).toBe(before.state === 'ENDED' ? at(before) : at(before) - 1)
        })
      }),
    ))
})

describe('time', () => {
  test('passes only while a phase runs; pausing, going on and extending neither lose nor make any', () =>
    fc.assert(
      fc.property(plan, steps, (phases, acts) => {
        let model: { left: number; at: number } | null = null
        play(phases, acts, ({ before, after, act: a, now }) => {
          const left = timeLeft(after, now)
          if (['start', 'next', 'back', 'go'].includes(a.act)) {
            const minutes = phases[at(after)]?.minutes ?? 0
            expect(left).toBe(minutes * MINUTE_MS)
          } else if (model && left !== null) {
            const passed = before.state === 'RUNNING' ? now - model.at : 0
            expect(left).toBe(model.left - passed + (a.act === 'extend' ? a.minutes * MINUTE_MS : 0))
          }
          model = left === null ? null : { left, at: now }
        })
      }),
      { numRuns: 1000 },
    ))

  test('counts on below nothing, and cannot be shortened below it', () => {
    const phases: PlannedPhase[] = [{ id: '0', name: 'Opening', minutes: 1, kind: 'OPENING' }]
    const late = { phases, left: new Set<string>(), now: 90_000 }
    const running: Standing = { state: 'RUNNING', phaseId: '0', endsAt: MINUTE_MS }
    expect(timeLeft(running, 90_000)).toBe(-30_000)
    expect(perform(running, { act: 'pause' }, late)).toEqual({
      to: { state: 'PAUSED', phaseId: '0', leftMs: -30_000 },
    })
    expect(perform(running, { act: 'extend', minutes: 1 }, late)).toEqual({
      to: { state: 'RUNNING', phaseId: '0', endsAt: 2 * MINUTE_MS },
    })
    expect(perform(running, { act: 'extend', minutes: -1 }, late)).toHaveProperty('refusal')
  })

  test('that a run stood still is what is missing between the wall and its own time', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.record({ run: fc.nat(600_000), pause: fc.nat(600_000), more: fc.nat(3) }), {
          maxLength: 8,
        }),
        (minutes, spans) => {
          let [now, left, extendedMs] = [5_000_000, minutes * MINUTE_MS, 0]
          for (const span of spans) {
            now += span.run + span.pause
            left += span.more * MINUTE_MS - span.run
            extendedMs += span.more * MINUTE_MS
          }
          const paused = spans.reduce((sum, s) => sum + s.pause, 0)
          expect(pausedMs({ startedAt: 5_000_000, extendedMs }, minutes, left, now)).toBe(paused)
        },
      ),
    ))
})

describe('a refusal', () => {
  const phases: PlannedPhase[] = [
    { id: 'a', name: 'First vote', minutes: 4, kind: 'PRE_VOTE' },
    { id: 'b', name: 'Floor', minutes: 15, kind: 'FLOOR' },
    { id: 'c', name: 'Second vote', minutes: 4, kind: 'POST_VOTE' },
    { id: 'd', name: 'Debrief', minutes: 5, kind: 'DEBRIEF' },
  ]
  const course = { phases, left: new Set(['a']), now: 0 }
  const floor: Standing = { state: 'RUNNING', phaseId: 'b', endsAt: 1 }
  const why = (s: Standing, a: Act) => {
    const outcome = perform(s, a, course)
    return 'refusal' in outcome ? outcome.refusal : null
  }
  test('says what stands in the way', () => {
    expect(why(floor, { act: 'go', phaseId: 'd' })).toBe(
      '“Second vote” has not been held yet, and a vote is never passed over. Go to it first.',
    )
    expect(why(floor, { act: 'end' })).toBe(
      '“Second vote” has not been held. Hold it, or end without a result.',
    )
    expect(why(floor, { act: 'end', abandon: true })).toBeNull()
    expect(why(floor, { act: 'start' })).toBe('The session has begun already.')
    expect(why(floor, { act: 'resume' })).toBe('The phase is not paused.')
    expect(why(floor, { act: 'go', phaseId: 'x' })).toBe('There is no such phase in this debate.')
    expect(why(READY, { act: 'next' })).toBe('The session has not begun.')
    expect(perform(READY, { act: 'start' }, { ...course, phases: [] })).toEqual({
      refusal: 'The debate has no phases yet. Add them first.',
    })
  })
  test('is not given for going back to a vote that was held', () => {
    expect(why(floor, { act: 'back' })).toBeNull()
  })
})

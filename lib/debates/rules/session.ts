import type { PhaseKind } from '../set-up/roles'

/** The machine that a session's phases go through. All times are milliseconds of one clock, the database's. */

export type PlannedPhase = { id: string; name: string; minutes: number; kind: PhaseKind }

/** Time left may be negative: overtime counts on until the chair moves on. */
export type Standing =
  | { state: 'READY' }
  | { state: 'RUNNING'; phaseId: string; endsAt: number }
  | { state: 'PAUSED'; phaseId: string; leftMs: number }
  | { state: 'ENDED'; phaseId: string }

export type Act =
  | { act: 'start' | 'pause' | 'resume' | 'next' | 'back' }
  | { act: 'extend'; minutes: number }
  | { act: 'go'; phaseId: string }
  /** `abandon`: even though a vote has not been held. */
  | { act: 'end'; abandon?: boolean }

export type Course = {
  phases: readonly PlannedPhase[]
  /** Phases that were run and left; a vote among them is closed for good. */
  left: ReadonlySet<string>
  now: number
}

export type Outcome = { to: Standing } | { refusal: string }

export const MINUTE_MS = 60_000
const MOST_LEFT_MS = 14 * 1440 * MINUTE_MS

const VOTES: ReadonlySet<PhaseKind> = new Set(['PRE_VOTE', 'POST_VOTE'])
export const isVote = ({ kind }: Pick<PlannedPhase, 'kind'>): boolean => VOTES.has(kind)

const refuse = (refusal: string): Outcome => ({ refusal })

/** Milliseconds left in the phase; null before the start and after the end. */
export function timeLeft(standing: Standing, now: number): number | null {
  if (standing.state === 'RUNNING') return standing.endsAt - now
  return standing.state === 'PAUSED' ? standing.leftMs : null
}

const placeOf = (standing: Standing, phases: readonly PlannedPhase[]): number =>
  standing.state === 'READY' ? -1 : phases.findIndex((p) => p.id === standing.phaseId)

const enter = ({ id, minutes }: PlannedPhase, now: number): Outcome => ({
  to: { state: 'RUNNING', phaseId: id, endsAt: now + minutes * MINUTE_MS },
})

/** The first vote before `until` that has been neither held nor is being held at `at`. */
const votePassedOver = ({ phases, left }: Course, at: number, until: number): PlannedPhase | undefined =>
  phases.find((p, i) => i < until && i !== at && isVote(p) && !left.has(p.id))

const holdFirst = ({ name }: PlannedPhase): Outcome =>
  refuse(`“${name}” has not been held yet, and a vote is never passed over. Go to it first.`)

/** To any phase: back as far as one likes, forward no further than the next vote that has not been held. */
function goTo(standing: Standing, course: Course, target: number): Outcome {
  const phase = course.phases[target]
  if (!phase) return refuse('There is no such phase in this debate.')
  const at = placeOf(standing, course.phases)
  if (standing.state !== 'ENDED' && at === target) return refuse(`“${phase.name}” is on already.`)
  const passed = target > at ? votePassedOver(course, at, target) : undefined
  return passed ? holdFirst(passed) : enter(phase, course.now)
}

function start(standing: Standing, course: Course): Outcome {
  if (standing.state !== 'READY') return refuse('The session has begun already.')
  const [first] = course.phases
  return first ? enter(first, course.now) : refuse('The debate has no phases yet. Add them first.')
}

function extend(standing: Standing, { now }: Course, minutes: number): Outcome {
  const left = timeLeft(standing, now)
  if (left === null) return refuse('No phase is running.')
  const next = left + minutes * MINUTE_MS
  if (minutes < 0 && next < 0) return refuse('That is more time than is left. Go to the next phase instead.')
  if (next > MOST_LEFT_MS) return refuse('A phase lasts at most fourteen days.')
  if (standing.state === 'PAUSED') return { to: { ...standing, leftMs: next } }
  return standing.state === 'RUNNING' ? { to: { ...standing, endsAt: now + next } } : refuse('')
}

function pause(standing: Standing, { now }: Course): Outcome {
  if (standing.state !== 'RUNNING') return refuse('No phase is running.')
  const { phaseId, endsAt } = standing
  return { to: { state: 'PAUSED', phaseId, leftMs: endsAt - now } }
}

function resume(standing: Standing, { now }: Course): Outcome {
  if (standing.state !== 'PAUSED') return refuse('The phase is not paused.')
  const { phaseId, leftMs } = standing
  return { to: { state: 'RUNNING', phaseId, endsAt: now + leftMs } }
}

function next(standing: Standing, course: Course): Outcome {
  if (standing.state === 'READY') return refuse('The session has not begun.')
  if (standing.state === 'ENDED') return refuse('The session has ended.')
  const at = placeOf(standing, course.phases)
  if (at === course.phases.length - 1) return refuse('This is the last phase. End the session.')
  return goTo(standing, course, at + 1)
}

/** From the end, back is the last phase again: an end by mistake is mended. */
function back(standing: Standing, course: Course): Outcome {
  if (standing.state === 'READY') return refuse('The session has not begun.')
  const at = placeOf(standing, course.phases)
  if (standing.state === 'ENDED') return goTo(standing, course, at)
  return at <= 0 ? refuse('This is the first phase.') : goTo(standing, course, at - 1)
}

function end(standing: Standing, course: Course, abandon: boolean): Outcome {
  if (standing.state === 'READY') return refuse('The session has not begun.')
  if (standing.state === 'ENDED') return refuse('The session has ended already.')
  const missing = votePassedOver(course, placeOf(standing, course.phases), course.phases.length)
  if (missing && !abandon)
    return refuse(`“${missing.name}” has not been held. Hold it, or end without a result.`)
  return { to: { state: 'ENDED', phaseId: standing.phaseId } }
}

/** What an act makes of where the session stands, or in a sentence why it does nothing. */
export function perform(standing: Standing, act: Act, course: Course): Outcome {
  switch (act.act) {
    case 'start':
      return start(standing, course)
    case 'pause':
      return pause(standing, course)
    case 'resume':
      return resume(standing, course)
    case 'extend':
      return extend(standing, course, act.minutes)
    case 'next':
      return next(standing, course)
    case 'back':
      return back(standing, course)
    case 'end':
      return end(standing, course, act.abandon === true)
    case 'go': {
      if (standing.state === 'READY') return refuse('The session has not begun.')
      return goTo(
        standing,
        course,
        course.phases.findIndex((p) => p.id === act.phaseId),
      )
    }
  }
}

export type Run = { startedAt: number; extendedMs: number }

/** How long a run has stood still until `now`: what of its time neither passed on the clock nor is left. */
export const pausedMs = (run: Run, minutes: number, leftMs: number, now: number): number =>
  Math.max(0, now - run.startedAt - (minutes * MINUTE_MS + run.extendedMs - leftMs))

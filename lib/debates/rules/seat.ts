import type { PhaseKind } from '../set-up/roles'
import { maySpeak, type Role, speaksByName } from './floor'

type Phase = {
  name: string
  kind: PhaseKind
  purpose: string
  asks: string
  speakers: readonly string[]
}

export type Seat = {
  state: 'READY' | 'RUNNING' | 'PAUSED' | 'ENDED'
  phase: Phase | null
  next: Phase | null
  role: Role | null
  /** Whether the person votes. */
  votes: boolean
  /** Whether the phase's ballots are open. */
  ballotsOpen: boolean
  /** Called by the chair and not yet done. */
  speaking: boolean
  /** Place in the queue from 0; null when no hand is up. */
  place: number | null
  /** Who has the floor, in words. */
  speakers: readonly string[]
}

export type Task = {
  kind:
    | 'read'
    | 'vote'
    | 'held'
    | 'speak'
    | 'prepare'
    | 'question'
    | 'confer'
    | 'wait'
    | 'floor'
    | 'listen'
    | 'result'
  title: string
  detail: string
}

const task = (kind: Task['kind'], title: string, detail: string): Task => ({ kind, title, detail })

const isVote = (kind: PhaseKind): boolean => kind === 'PRE_VOTE' || kind === 'POST_VOTE'

function votingTask({ votes, ballotsOpen }: Seat, { kind, asks }: Phase): Task {
  if (!ballotsOpen)
    return task('held', 'This vote has been held', 'Its ballots are closed and stay as they were cast.')
  if (!votes) return task('listen', 'The class votes', 'Only students vote. Nobody sees how anybody does.')
  return kind === 'PRE_VOTE'
    ? task('vote', 'Vote now', asks || 'Vote your own view: for, against or undecided.')
    : task('vote', 'Vote again', asks || 'Vote your own view, and name what moved you.')
}

const WAIT = (place: number): string =>
  place === 0 ? 'You are next in the queue' : `You are number ${place + 1} in the queue`

function floorTask({ role, place }: Seat, { speakers, asks }: Phase): Task {
  if (place !== null) return task('wait', WAIT(place), 'You are told here when you are called.')
  if (speakers.length === 0 || maySpeak(speakers, role))
    return task(
      'floor',
      'Raise your hand to speak',
      asks || 'Those who have not spoken yet are called first.',
    )
  return task('listen', 'Listen to the floor', asks || 'Which side answers the better point?')
}

const named = (speakers: readonly string[]): string =>
  speakers.length ? `Listen to ${speakers.join(', ')}` : 'Listen'

function conferenceTask({ role }: Seat, { speakers, asks }: Phase): Task {
  if (role?.part === 'SPEAKER' && maySpeak(speakers, role))
    return task('confer', 'Confer with your team', 'What must be answered first, and who answers it?')
  return task(
    'question',
    'Write one question',
    asks || 'To a speaker of either side. It goes into the record.',
  )
}

/** The one thing that a person's screen asks for now. */
export function taskFor(seat: Seat): Task {
  const { state, phase, next, role, place } = seat
  if (state === 'ENDED') return task('result', 'The debate has ended', 'See what moved, and what moved it.')
  if (state === 'READY' || !phase)
    return task(
      'read',
      'The session has not begun',
      'This page changes by itself when it does. Read the argument until then.',
    )
  if (seat.speaking) return task('speak', 'You have the floor', 'Speak now. Say when you have finished.')
  if (isVote(phase.kind)) return votingTask(seat, phase)
  if (speaksByName(phase.speakers, role))
    return task('speak', 'It is your turn to speak', phase.purpose || 'The clock above is yours.')
  if (phase.kind === 'CONFERENCE') return conferenceTask(seat, phase)
  if (phase.kind === 'DEBRIEF')
    return task('result', 'Look back', phase.asks || 'Which argument moved votes?')
  if (next && speaksByName(next.speakers, role))
    return task('prepare', 'You speak next', `“${next.name}” follows. ${next.purpose}`.trim())
  if (phase.kind === 'FLOOR' || phase.kind === 'DISCUSSION') return floorTask(seat, phase)
  if (place !== null) return task('wait', WAIT(place), 'You are told here when you are called.')
  return task('listen', named(seat.speakers), phase.asks || 'Note what would change your mind.')
}

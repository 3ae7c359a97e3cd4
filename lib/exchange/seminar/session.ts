import type { Seminar } from '@/content/schema'
import { recordPastSession } from '@/lib/debates/session/past'
import { type Act, at, type Clock } from './clock'
import type { People } from './people'

/** The polls that the debate's votes are, by their addresses (ballots.ts). */
const VOTES = [
  { poll: 'motion-before', kind: 'PRE_VOTE' },
  { poll: 'before', kind: 'PRE_VOTE' },
  { poll: 'motion-after', kind: 'POST_VOTE' },
  { poll: 'after', kind: 'POST_VOTE' },
] as const

/** What jurors said from the floor, as the timekeeper noted it: their turns in the exchange of that phase. */
function floorOf({ debate, people: all }: Seminar, people: People) {
  const phase = debate.phases.find((p) => p.kind === 'floor')?.number
  const keeper = all.find((p) => p.debateRole === 'timekeeper')?.key ?? ''
  const turns = debate.exchanges
    .filter((x) => x.phase === phase)
    .flatMap((x) => x.turns)
    .filter((t) => t.role === 'juror')
  return [...new Set(turns.map((t) => t.speaker))].map((speaker) => ({
    speakerId: people.memberId(speaker),
    byId: people.memberId(keeper),
    words: turns.filter((t) => t.speaker === speaker).map((t) => t.words),
  }))
}

/** The debate was held in one sitting: its first vote closed when its first phase ended, and so on to the debrief. */
export function sessionActs(seminar: Seminar, people: People, debateId: string, clock: Clock): Act[] {
  const { debate, ballots } = seminar
  const [first] = debate.phases
  const starts = ballots.waves.before.closes - (first?.minutes ?? 0)
  const minutes = starts + debate.totalMinutes
  const run = () =>
    recordPastSession(at(people.instructor, clock(minutes)), {
      ...{ debateId, startedAt: clock(starts), votes: [...VOTES] },
      floor: floorOf(seminar, people),
    })
  return [{ minutes, run }]
}

import { castBallot, closePoll, openPoll, resolvePoll } from '@/lib/polls/commands'
import { CastBallot, OpenPoll } from '@/lib/polls/schema'
import { type Act, at, type Clock } from './clock'
import type { People } from './people'

/** What claims and observations are named by, and what they are. */
export type Causes = (codes: string[]) => Promise<{ kind: 'CLAIM' | 'EVIDENCE'; id: string }[]>
/** A student's ballot and when it is cast; `moved`: codes of what moved it. */
export type Cast = { student: string; at: number; moved?: string[] } & Partial<
  Pick<CastBallot, 'ranking' | 'scores' | 'reason'>
>

export type Wave = Pick<OpenPoll, 'question' | 'wave' | 'method'> & {
  slug: string
  options: 'explanations' | { code: string; label: string }[]
  opens: number
  /** Null: it stays open, with results to see for those who have voted. */
  closes: number | null
  ballots: Cast[]
  debateId?: string
  causes?: Causes
  /** What turned out to be so, and when the instructor says it. */
  resolved?: { to: string; at: number }
}

/** One wave of a series: it is opened, the class votes, it is closed. */
export function pollActs(people: People, clock: Clock, series: Promise<{ id: string }>, poll: Wave): Act[] {
  let id = ''
  const { ballots, causes, opens, closes, resolved, ...asked } = poll
  const staff = (minutes: number) => at(people.instructor, clock(minutes))
  const open = async () => {
    const input = OpenPoll.parse({
      ...asked,
      courseId: people.courseId,
      seriesId: (await series).id,
      hiddenUntilClose: closes !== null,
    })
    id = (await openPoll(staff(opens), input)).id
  }
  const casts = ballots.map(({ student, at: minutes, moved = [], ...said }) => ({
    minutes,
    run: async () => {
      const named = moved.length > 0 ? await causes?.(moved) : undefined
      const ballot = CastBallot.parse({ pollId: id, ...said, causes: named })
      return castBallot(at(people.actor(student), clock(minutes)), ballot)
    },
  }))
  const acts: Act[] = [{ minutes: opens, run: open }, ...casts]
  if (closes !== null)
    acts.push({ minutes: closes, run: () => closePoll(staff(closes), { pollId: id, last: false }) })
  if (resolved)
    acts.push({
      minutes: resolved.at,
      run: () => resolvePoll(staff(resolved.at), { pollId: id, code: resolved.to }),
    })
  return acts
}

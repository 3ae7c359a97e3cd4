import type { Seminar, WaveKey } from '@/content/schema'
import { db } from '@/lib/db'
import { claimCode } from '@/lib/debates/rules/tree'
import { castBallot, closePoll, createPollSeries, openPoll } from '@/lib/polls/commands'
import { CastBallot, MOTION_OPTIONS, OpenPoll } from '@/lib/polls/schema'
import { type Act, at, type Clock } from './clock'
import type { People } from './people'

const QUESTION = 'Which explanation fits best?'
const WAVES = [
  { key: 'before', slug: 'before', wave: 'before the debate' },
  { key: 'after', slug: 'after', wave: 'after the debate' },
  { key: 'endOfTerm', slug: 'end-of-term', wave: 'end of term' },
] as const satisfies { key: WaveKey; slug: string; wave: string }[]

type Cast = { student: string; at: number; ranking: string[][]; reason?: string; moved?: string[] }

/** What codes of claims and observations stand for, asked once all of them are there. */
type Causes = (codes: string[]) => Promise<{ kind: 'CLAIM' | 'EVIDENCE'; id: string }[]>

type Poll = {
  question: string
  slug: string
  wave: string
  opens: number
  /** Null: it stays open, with results to see for those who have voted. */
  closes: number | null
  ballots: Cast[]
  debateId?: string
  causes?: Causes
}

/** One wave of a series: it is opened, the class votes, it is closed. */
function pollActs(people: People, clock: Clock, series: Promise<{ id: string }>, poll: Poll): Act[] {
  let id = ''
  const staff = (minutes: number) => at(people.instructor, clock(minutes))
  const open = async () => {
    const motion = poll.debateId !== undefined
    const input = OpenPoll.parse({
      courseId: people.courseId,
      seriesId: (await series).id,
      question: poll.question,
      wave: poll.wave,
      slug: poll.slug,
      method: motion ? 'PLURALITY' : 'RANKED',
      options: motion ? MOTION_OPTIONS : 'explanations',
      hiddenUntilClose: poll.closes !== null,
      debateId: poll.debateId,
    })
    id = (await openPoll(staff(poll.opens), input)).id
  }
  const casts = poll.ballots.map(({ student, at: minutes, ranking, reason, moved = [] }) => ({
    minutes,
    run: async () => {
      const causes = moved.length > 0 ? await poll.causes?.(moved) : undefined
      const ballot = CastBallot.parse({ pollId: id, ranking, reason, causes })
      return castBallot(at(people.actor(student), clock(minutes)), ballot)
    },
  }))
  const acts: Act[] = [{ minutes: poll.opens, run: open }, ...casts]
  const { closes } = poll
  if (closes !== null)
    acts.push({ minutes: closes, run: () => closePoll(staff(closes), { pollId: id, last: false }) })
  return acts
}

function ranked(seminar: Seminar, key: WaveKey): Cast[] {
  return seminar.ballots.ballots.flatMap(({ student, ...waves }) => {
    const ballot = waves[key]
    if (!ballot) return []
    return [{ student, at: ballot.at, ranking: ballot.ranking.map((code) => [code]), reason: ballot.reason }]
  })
}

function votes(seminar: Seminar, key: WaveKey): Cast[] {
  return seminar.ballots.ballots.flatMap(({ student, ...waves }) => {
    const ballot = waves[key]
    return ballot ? [{ student, at: ballot.at, ranking: [[ballot.vote]], moved: ballot.moved }] : []
  })
}

function causesOf(debateId: string, evidence: Map<string, string>): Causes {
  return async (codes) => {
    const claims = await db.claim.findMany({ where: { debateId }, select: { id: true, number: true } })
    return codes.map((code) => {
      const observed = evidence.get(code)
      if (observed) return { kind: 'EVIDENCE', id: observed }
      return { kind: 'CLAIM', id: claims.find((c) => claimCode(c.number) === code)?.id ?? '' }
    })
  }
}

/** Rankings in three waves, of which the last is open, and the secret votes on the motion before and after. */
export async function ballotActs(
  seminar: Seminar,
  people: People,
  { debateId, evidence }: { debateId: string; evidence: Map<string, string> },
  clock: Clock,
): Promise<Act[]> {
  const { waves } = seminar.ballots
  const first = at(people.instructor, clock(waves.before.opens))
  const { courseId } = people
  const explanations = createPollSeries(first, { courseId, title: QUESTION })
  const motion = createPollSeries(first, { courseId, title: 'The motion', slug: 'motion' })
  await Promise.all([explanations, motion])
  const causes = causesOf(debateId, evidence)
  return WAVES.flatMap(({ key, slug, wave }) => {
    const { opens, closes: planned } = waves[key]
    const closes = planned < 0 ? planned : null
    const ranking = { question: QUESTION, slug, wave, opens, closes, ballots: ranked(seminar, key) }
    const acts = pollActs(people, clock, explanations, ranking)
    if (closes === null) return acts
    const vote = {
      question: seminar.debate.motion,
      slug: `motion-${slug}`,
      wave,
      opens,
      closes,
      debateId,
      causes,
    }
    return [...acts, ...pollActs(people, clock, motion, { ...vote, ballots: votes(seminar, key) })]
  })
}

import type { Seminar, WaveKey } from '@/content/schema'
import { db } from '@/lib/db'
import { claimCode } from '@/lib/debates/rules/tree'
import { createPollSeries } from '@/lib/polls/commands'
import { MOTION_OPTIONS } from '@/lib/polls/schema'
import { type Act, at, type Clock } from './clock'
import type { People } from './people'
import { type Cast, type Causes, pollActs } from './poll-acts'

const QUESTION = 'Which explanation fits best?'
const WAVES = [
  { key: 'before', slug: 'before', wave: 'before the debate' },
  { key: 'after', slug: 'after', wave: 'after the debate' },
  { key: 'endOfTerm', slug: 'end-of-term', wave: 'end of term' },
] as const satisfies { key: WaveKey; slug: string; wave: string }[]

function ranked(seminar: Seminar, key: WaveKey): Cast[] {
  return seminar.ballots.ballots.flatMap(({ student, ...waves }) => {
    const ballot = waves[key]
    if (!ballot) return []
    const { at: minutes, ranking, reason, moved } = ballot
    return [{ student, at: minutes, ranking: ranking.map((code) => [code]), reason, moved }]
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
    const acts = pollActs(people, clock, explanations, {
      ...{ question: QUESTION, method: 'RANKED', options: 'explanations' },
      ...{ slug, wave, opens, closes, causes, ballots: ranked(seminar, key) },
    })
    if (closes === null) return acts
    const votesOnIt = pollActs(people, clock, motion, {
      ...{ question: seminar.debate.motion, method: 'PLURALITY', options: MOTION_OPTIONS },
      ...{ slug: `motion-${slug}`, wave, opens, closes, debateId, causes, ballots: votes(seminar, key) },
    })
    return [...acts, ...votesOnIt]
  })
}

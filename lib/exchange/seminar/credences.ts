import type { CredenceQuestion, CredenceWave, Seminar } from '@/content/schema'
import { createPollSeries } from '@/lib/polls/commands'
import { type Act, at, type Clock } from './clock'
import type { People } from './people'
import { type Cast, pollActs } from './poll-acts'

const APART_MINUTES = 10

function ballotsOf(codes: string[], { first, points }: CredenceWave): Cast[] {
  return Object.entries(points).map(([student, shares], i) => ({
    ...{ student, at: first + i * APART_MINUTES },
    scores: Object.fromEntries(codes.map((code, k) => [code, shares[k] ?? 0])),
  }))
}

/** Points over explanations and forecasts, wave by wave; what has turned out is said when it has. */
export async function credenceActs(seminar: Seminar, people: People, clock: Clock): Promise<Act[]> {
  const acts = seminar.credences.map((question) => questionActs(seminar, question, people, clock))
  return (await Promise.all(acts)).flat()
}

async function questionActs(
  { explanations }: Seminar,
  { slug, title, options, waves }: CredenceQuestion,
  people: People,
  clock: Clock,
): Promise<Act[]> {
  const codes = (options === 'explanations' ? explanations : options).map((o) => o.code)
  const first = at(people.instructor, clock(Math.min(...waves.map((w) => w.opens))))
  const series = createPollSeries(first, { courseId: people.courseId, title, slug })
  await series
  return waves.flatMap((wave) =>
    pollActs(people, clock, series, {
      ...{ question: title, method: 'CREDENCE', options, slug: wave.slug, wave: wave.wave },
      ...{ opens: wave.opens, closes: wave.closes, resolved: wave.resolved },
      ballots: ballotsOf(codes, wave),
    }),
  )
}

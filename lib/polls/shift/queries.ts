import 'server-only'
import { AppError } from '@/lib/errors'
import { type Actor, memberIn, visiblePolls } from '@/lib/policy'
import { ballotsOf, linkedMarks, linkedPairs } from '../ballots'
import { causesIn } from '../causes'
import { loadPolls, type Poll } from '../heads'
import { codesOf } from '../result'
import { pairMovesOf } from '../rules/pair-moves'
import { shiftsOf } from '../rules/shifts'
import { FEWEST, flowOf, hideSmallFlows } from '../rules/suppress'
import type { PublishedBallot, Ranks } from '../schema'
import { linkedRankings } from './linked'
import type { ShiftPage, ShiftSeries, ShiftWave } from './schema'

/** What is asked for by the page's address; whatever does not fit is passed over. */
export type ShiftChoice = { series?: string; from?: string; to?: string }

const asked = (poll: Poll): string => `${poll.seriesId} ${poll.method} ${codesOf(poll).join()}`

const waveOf = (poll: Poll): ShiftWave => ({
  ...{ slug: poll.slug, wave: poll.wave, closedAt: poll.closedAt ?? '', ballots: poll.voted },
})

/** Closed waves with enough ballots that asked the same, by question; the newest question first. */
function comparable(polls: Poll[]): Poll[][] {
  const byQuestion = new Map<string, Poll[]>()
  for (const poll of polls)
    if (poll.closedAt && !poll.importedFrom && poll.voted >= FEWEST)
      byQuestion.set(asked(poll), [...(byQuestion.get(asked(poll)) ?? []), poll])
  return [...byQuestion.values()]
    .filter((waves) => waves.length > 1)
    .map((waves) => waves.sort((a, b) => a.waveIndex - b.waveIndex))
}

const seriesOf = ([first, ...rest]: Poll[]): ShiftSeries[] =>
  first
    ? [
        {
          ...{ id: first.seriesId, title: first.series, debateId: first.debateId },
          waves: [first, ...rest].map(waveOf),
        },
      ]
    : []

/** The waves that were asked for, the earlier first; else the last two of the question on the explanations. */
function choose(questions: Poll[][], { series, from, to }: ShiftChoice): [Poll, Poll] | null {
  const usual = questions.find((waves) => waves[0]?.debateId === null) ?? questions[0]
  const waves = questions.find((q) => q[0]?.seriesId === series) ?? usual
  if (!waves) return null
  const known = [from, to].flatMap((slug) => waves.find((w) => w.slug === slug) ?? [])
  const [a, b] = known.length === 2 && known[0] !== known[1] ? known : waves.slice(-2)
  return a && b ? (a.waveIndex < b.waveIndex ? [a, b] : [b, a]) : null
}

const counted = (codes: string[], choices: string[]): Ranks =>
  Object.fromEntries(codes.map((code) => [code, choices.filter((c) => c === code).length]))

/** First choices as they flowed; the same cells are hidden here as on the page of the later vote. */
async function firstChoices(from: Poll, to: Poll) {
  const codes = codesOf(to)
  const pairs = await linkedPairs(from.id, to.id)
  const flow = flowOf(codes, pairs)
  if (pairs.length === 0) return { flow, shown: hideSmallFlows(flow), moved: null }
  const shown = hideSmallFlows(flow)
  const [before, after] = (['before', 'after'] as const).map((wave) =>
    counted(
      codes,
      pairs.map((p) => p[wave]),
    ),
  )
  return {
    flow,
    shown,
    moved: { voters: pairs.length, before: before ?? {}, after: after ?? {}, flow: shown },
  }
}

type Moves = Pick<ShiftPage, 'moved' | 'pairs' | 'shifts'>

async function movesBetween(from: Poll, to: Poll, ballots: Map<string, PublishedBallot[]>): Promise<Moves> {
  if (to.method !== 'RANKED' && to.method !== 'PLURALITY') {
    const shifts = shiftsOf(codesOf(to), await linkedMarks(from.id, to.id))
    return { moved: null, pairs: null, shifts }
  }
  const { moved, flow, shown } = await firstChoices(from, to)
  if (to.method === 'PLURALITY') return { moved, pairs: null, shifts: null }
  const linked = await linkedRankings(from.id, to.id)
  const rankings = (poll: Poll) => (ballots.get(poll.id) ?? []).map((b) => b.ranking)
  const cast = { before: rankings(from), after: rankings(to) }
  return { moved, pairs: pairMovesOf(codesOf(to), linked, cast, { flow, shown }), shifts: null }
}

/**
 * What changed between two closed waves of one question, and what voters name as what moved them. Everything is
 * counted; nobody's two ballots are told together. Errors: NOT_FOUND outside the course.
 */
export async function shiftPage(actor: Actor, courseId: string, choice: ShiftChoice): Promise<ShiftPage> {
  if (!memberIn(actor, courseId)) throw new AppError('NOT_FOUND')
  const questions = comparable(await loadPolls(actor, courseId, visiblePolls(actor)))
  const series = questions.flatMap(seriesOf)
  const pair = choose(questions, choice)
  if (!pair)
    return {
      ...{ series, chosen: null, method: 'RANKED', options: [] },
      ...{ moved: null, pairs: null, shifts: null, causes: [], reasons: [] },
    }
  const [from, to] = pair
  const ballots = await ballotsOf([from.id, to.id])
  const [moves, causes] = await Promise.all([movesBetween(from, to, ballots), causesIn(actor, to)])
  return {
    ...{ series, method: to.method, options: to.options, causes },
    ...moves,
    chosen: { series: to.seriesId, from: waveOf(from), to: waveOf(to) },
    reasons: (ballots.get(to.id) ?? []).flatMap((b) => (b.reason ? [b.reason] : [])),
  }
}

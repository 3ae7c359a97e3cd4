import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, memberIn, visibleDebates, visiblePolls } from '@/lib/policy'
import { linkedChoices, pollPage } from '@/lib/polls/queries'
import { FEWEST, flowOf, hideSmallFlows } from '@/lib/polls/rules/suppress'
import type { PollPage } from '@/lib/polls/schema'
import { resultWords } from '../rules/result-words'
import { type Side, swing } from '../rules/swing'
import { swingOfTotals, type Totals } from '../rules/swing-totals'
import { votePair, type Wave } from '../rules/votes'
import type { DebateResult, Outcome, RankingShift, ResultState, VoteHead } from './schema'

const SIDES: Side[] = ['for', 'against', 'undecided']

type Vote = Wave & VoteHead & { motion: boolean; ranking: boolean }

/** The debate's votes, as far as the actor sees them: those on the motion, and those that rank explanations. */
async function votesOf(actor: Actor, debateId: string): Promise<Vote[]> {
  const polls = await db.poll.findMany({
    where: { AND: [{ OR: [{ debateId }, { phase: { debateId } }] }, visiblePolls(actor)] },
    select: {
      ...{
        slug: true,
        wave: true,
        seriesId: true,
        waveIndex: true,
        method: true,
        opensAt: true,
        closedAt: true,
      },
      phase: { select: { kind: true } },
      options: { select: { code: true, explanationId: true } },
    },
  })
  return polls.map(({ method, options, opensAt, closedAt, phase, ...poll }) => ({
    ...poll,
    phase: phase?.kind ?? null,
    state: closedAt ? 'CLOSED' : opensAt > actor.at ? 'UPCOMING' : 'OPEN',
    motion:
      method === 'PLURALITY' && options.length === 3 && options.every((o) => SIDES.includes(o.code as Side)),
    ranking: method === 'RANKED' && options.every((o) => o.explanationId !== null),
  }))
}

const head = ({ slug, wave, state }: Vote): VoteHead => ({ slug, wave, state })

/** How many ballots chose each side; null while that is not told. */
function totalsOf(page: PollPage): Totals | null {
  const scores = page.result?.tallies[0]?.scores
  if (!scores || !page.result || page.result.ballots < FEWEST) return null
  return { for: scores.for ?? 0, against: scores.against ?? 0, undecided: scores.undecided ?? 0 }
}

async function outcomeOf(
  actor: Actor,
  courseId: string,
  [before, after]: [PollPage, PollPage],
): Promise<Outcome | null> {
  const [was, is] = [totalsOf(before), totalsOf(after)]
  if (!was || !is) return null
  const pairs = (await linkedChoices(actor, courseId, before.slug, after.slug)) as {
    before: Side
    after: Side
  }[]
  if (pairs.length < FEWEST) {
    const change = swingOfTotals(was, is)
    const voters = Math.min(before.result?.ballots ?? 0, after.result?.ballots ?? 0)
    return { ...change, linked: false, words: resultWords(change, false), flow: null, voters }
  }
  const { flow: _, ...change } = swing(pairs)
  const flow = hideSmallFlows(flowOf(SIDES, pairs))
  return { ...change, linked: true, words: resultWords(change, true), flow, voters: pairs.length }
}

/** The order of explanations before and after, where the debate asked for it twice. */
async function rankingOf(actor: Actor, courseId: string, votes: Vote[]): Promise<RankingShift | null> {
  const pair = votePair(votes.filter((v) => v.ranking))
  if (!pair?.after || pair.before.state !== 'CLOSED' || pair.after.state !== 'CLOSED') return null
  const page = await pollPage(actor, courseId, pair.after.slug)
  const { previous, moved, options, result } = page
  if (!previous || previous.slug !== pair.before.slug || !result) return null
  return {
    options,
    before: { slug: previous.slug, wave: previous.wave, answer: previous.answer },
    after: { slug: page.slug, wave: page.wave, answer: result.words.headline },
    moved,
  }
}

const NOTHING = { options: [], outcome: null, causes: [], reasons: [] }

function stateOf(before: Vote | undefined, after: Vote | null | undefined): Exclude<ResultState, 'few'> {
  if (!before) return 'none'
  if (!after) return before.state === 'CLOSED' ? 'one' : 'open'
  return before.state === 'CLOSED' && after.state === 'CLOSED' ? 'ready' : 'open'
}

/**
 * How a debate came out: who moved more of the House between its two votes on the motion, and by what. Nothing at all
 * while one of them is open. Throws NOT_FOUND.
 */
export async function debateResult(actor: Actor, courseId: string, slug: string): Promise<DebateResult> {
  if (!memberIn(actor, courseId)) throw new AppError('NOT_FOUND')
  const debate = await db.debate.findFirst({
    where: { AND: [{ courseId, slug }, visibleDebates(actor)] },
    select: { id: true, motion: true },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  const votes = await votesOf(actor, debate.id)
  const pair = votePair(votes.filter((v) => v.motion))
  const state = stateOf(pair?.before, pair?.after)
  const base = {
    ...{
      slug,
      motion: debate.motion,
      before: pair && head(pair.before),
      after: pair?.after ? head(pair.after) : null,
    },
    ranking: await rankingOf(actor, courseId, votes),
  }
  if (state !== 'ready' || !pair?.after) return { ...base, ...NOTHING, state }
  const pages = await Promise.all([
    pollPage(actor, courseId, pair.before.slug),
    pollPage(actor, courseId, pair.after.slug),
  ])
  const outcome = await outcomeOf(actor, courseId, pages)
  if (!outcome) return { ...base, ...NOTHING, state: 'few' }
  const { options, result } = pages[1]
  const reasons = (result?.list ?? []).flatMap((ballot) => (ballot.reason ? [ballot.reason] : []))
  return { ...base, state, options, outcome, causes: result?.causes ?? [], reasons }
}

import 'server-only'
import { AppError } from '@/lib/errors'
import { type Actor, memberIn, visiblePolls } from '@/lib/policy'
import { ballotsOf } from '../ballots'
import { causesIn } from '../causes'
import { loadPolls, type Poll } from '../heads'
import { linksTo } from '../links'
import { codesOf } from '../result'
import { chainsOf } from '../rules/chain'
import { movedOf } from '../rules/moved'
import { pairMovesOf } from '../rules/pair-moves'
import { approvalShifts, shiftsOf } from '../rules/shifts'
import type { ShiftPage, ShiftSeries, ShiftWave } from './schema'

const waveOf = (poll: Poll): ShiftWave => ({
  ...{ slug: poll.slug, wave: poll.wave, closedAt: poll.closedAt ?? '', ballots: poll.voted },
})

const seriesOf = (chain: Poll[]): ShiftSeries[] =>
  chain.slice(0, 1).map(({ slug, series, debateId }) => ({
    ...{ id: slug, title: series, debateId },
    waves: chain.map(waveOf),
  }))

/** The vote that was asked for, with its chain; else the last on the question that ranks explanations. */
function choose(chains: Poll[][], to: string | undefined): { chain: Poll[]; at: number } | null {
  const loose = chains.filter(([first]) => first?.debateId === null)
  const usual = loose.find(([first]) => first?.method === 'RANKED') ?? loose[0] ?? chains[0]
  const chain = chains.find((waves) => waves.some((w) => w.slug === to)) ?? usual
  if (!chain) return null
  const at = chain.findIndex((wave) => wave.slug === to)
  return { chain, at: at > 0 ? at : chain.length - 1 }
}

type Moves = Pick<ShiftPage, 'moved' | 'pairs' | 'shifts'>

async function movesTo(to: Poll, chain: Poll[]): Promise<Moves> {
  const links = await linksTo(chain, to.id)
  const codes = codesOf(to)
  const nothing: Moves = { moved: null, pairs: null, shifts: null }
  if (!links) return nothing
  if (to.method === 'APPROVAL') return { ...nothing, shifts: approvalShifts(codes, links.points) }
  if (to.method !== 'RANKED' && to.method !== 'PLURALITY')
    return { ...nothing, shifts: shiftsOf(codes, links.points) }
  const { moved, flow, shown } = movedOf(codes, links.firsts)
  if (to.method === 'PLURALITY') return { ...nothing, moved }
  return { ...nothing, moved, pairs: pairMovesOf(codes, links.rankings(), { flow, shown }) }
}

/**
 * What changed between two neighbouring waves of one question, and what voters name as what moved them. `asked`: the
 * later of the two; what does not fit is passed over. Everything is counted; nobody's two ballots are told together. Errors: NOT_FOUND outside the course.
 */
export async function shiftPage(actor: Actor, courseId: string, asked?: string): Promise<ShiftPage> {
  if (!memberIn(actor, courseId)) throw new AppError('NOT_FOUND')
  const polls = await loadPolls(actor, courseId, visiblePolls(actor))
  const chains = chainsOf(polls).filter((waves) => waves.length > 1)
  const series = chains.flatMap(seriesOf)
  const chosen = choose(chains, asked)
  const [from, to] = chosen ? [chosen.chain[chosen.at - 1], chosen.chain[chosen.at]] : []
  if (!chosen || !from || !to)
    return {
      ...{ series, chosen: null, method: 'RANKED', options: [] },
      ...{ moved: null, pairs: null, shifts: null, causes: [], reasons: [] },
    }
  const ballots = await ballotsOf([to.id])
  const [moves, causes] = await Promise.all([movesTo(to, chosen.chain), causesIn(actor, to)])
  return {
    ...{ series, method: to.method, options: to.options, causes },
    ...moves,
    chosen: { series: chosen.chain[0]?.slug ?? '', from: waveOf(from), to: waveOf(to) },
    reasons: (ballots.get(to.id) ?? []).flatMap((b) => (b.reason ? [b.reason] : [])),
  }
}

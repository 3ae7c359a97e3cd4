import type { Certificate } from '../certificate/types'
import { whyOf } from '../certificate/why'
import type { Part, PollMethodName, Words } from '../schema'
import type { Pools } from './count'
import { tiersOf } from './count'
import { explainContests } from './explain-contests'
import { explainMethods } from './explain-methods'
import { figure, list, type Named, type Names, namesOf, plain, votes } from './sentence'
import type { Tally } from './tally'

/**
 * The result in sentences: first the answer, then why it is the answer and where other ways of counting disagree.
 * A tie is said to be a tie. `certificate` is that of the first tally.
 */
export function explain(
  method: PollMethodName,
  options: Named[],
  tallies: Tally[],
  ballots: number,
  certificate?: Certificate,
): Words {
  const [first, ...others] = tallies
  const name = namesOf(options)
  if (!first) return { headline: 'Nothing was counted', lede: [] }
  if (method === 'PLURALITY') return explainPlurality(first, name, ballots)
  const bySchulze = first.method === 'schulze' || !certificate
  const why = bySchulze ? explainContests(first, name) : joined(whyOf(certificate, name).slice(-2))
  return {
    headline: headlineOf(first, name, ballots),
    lede: [...why, ...(others.length > 0 ? explainMethods(first, others, name) : [])],
  }
}

const joined = (sentences: Part[][]): Part[] => sentences.flatMap((s, i) => (i > 0 ? [' ', ...s] : s))

const POINTS = ['approval', 'score', 'plurality']

/** The first of a ranking's tiers as a headline. */
export function headlineOf(first: Tally, name: Names, ballots: number): string {
  const { winners, scores = {} } = first
  const [winner = ''] = winners
  if (winners.length > 3) return `A tie of ${winners.length}`
  if (winners.length > 1) return `A tie: ${plain(list(winners, name))}`
  const points = scores[winner] ?? 0
  if (first.method === 'score')
    return `${name(winner)}, ${figure(points / Math.max(1, ballots))} of 5 on average`
  if (POINTS.includes(first.method)) return `${name(winner)}, ${figure(points)} of ${ballots}`
  return byContests(first, name(winner), ballots)
}

function byContests({ winners, pairwise = {} }: Tally, label: string, ballots: number): string {
  const [winner = ''] = winners
  const leads = Object.keys(pairwise)
    .filter((other) => other !== winner)
    .map((other) => (pairwise[winner]?.[other] ?? 0) - (pairwise[other]?.[winner] ?? 0))
  const least = Math.min(...leads)
  if (least < 0) return `${label}, but not against every rival`
  if (least <= Math.max(1, ballots / 6)) return `${label}, narrowly`
  return least >= ballots / 2 ? `${label}, clearly` : label
}

/** Credences: what the class believes, by the pool that gives the headline. */
export function explainPools(options: Named[], pools: Pools, ballots: number): Words {
  const name = namesOf(options)
  const pool = pools.rule === 'log' ? (pools.log ?? pools.linear) : pools.linear
  const tiers = tiersOf(
    options.map((o) => o.code),
    pool,
  )
  const [first = [], second = []] = tiers
  const points = (code: string | undefined) => figure(Math.round((pool[code ?? ''] ?? 0) * 1000) / 10)
  const headline =
    first.length > 3 ? `${first.length} level` : `${plain(list(first, name))}, ${points(first[0])} of 100`
  const next: Part[] =
    second.length > 0
      ? [
          ' Next ',
          second.length > 1 ? 'come ' : 'comes ',
          ...list(second, name),
          ` with ${points(second[0])}.`,
        ]
      : []
  const kind = pools.rule === 'log' ? 'the logarithmic pool of' : 'on average over'
  return {
    headline,
    lede: [
      ...list(first, name),
      first.length > 1 ? ' are' : ' is',
      ` given most: ${points(first[0])} of 100 points${first.length > 1 ? ' each' : ''}, ${kind} ${ballots} ballots.`,
      ...next,
    ],
  }
}

function explainPlurality(first: Tally, name: Names, ballots: number): Words {
  const { winners, scores = {}, ranking } = first
  const most = scores[winners[0] ?? ''] ?? 0
  const rest = ranking.slice(1).flat()
  const each = winners.length > 1 ? `have ${votes(most)} each` : `has ${votes(most)}`
  const share = winners.length === 1 && most > ballots / 2 ? ', a majority' : ''
  const others = rest.flatMap((code, i): Part[] => [
    i === 0 ? ' ' : i === rest.length - 1 ? ' and ' : ', ',
    { name: name(code) },
    i === 0 ? ` has ${figure(scores[code] ?? 0)}` : ` ${figure(scores[code] ?? 0)}`,
  ])
  const lede = [
    ...list(winners, name),
    ` ${each} of ${ballots}${share}.`,
    ...others,
    ...(rest.length ? ['.'] : []),
  ]
  return { headline: headlineOf(first, name, ballots), lede }
}

import type { Part, PollMethodName, Words } from '../schema'
import { explainContests } from './explain-contests'
import { explainMethods } from './explain-methods'
import { figure, list, type Named, type Names, namesOf, plain, votes } from './sentence'
import type { Tally } from './tally'

/**
 * The result in sentences: first the answer, then why it is the answer and where other ways of counting disagree.
 * A tie is said to be a tie.
 */
export function explain(method: PollMethodName, options: Named[], tallies: Tally[], ballots: number): Words {
  const [first, ...others] = tallies
  const name = namesOf(options)
  if (!first) return { headline: 'Nothing was counted', lede: [] }
  if (method === 'PLURALITY') return explainPlurality(first, name, ballots)
  return {
    headline: headlineOf(first, name, ballots),
    lede: [...explainContests(first, name), ...explainMethods(first, others, name)],
  }
}

/** The first of a ranking's tiers as a headline. */
export function headlineOf(first: Tally, name: Names, ballots: number): string {
  const { winners, pairwise = {} } = first
  const [winner = ''] = winners
  if (winners.length > 3) return `A tie of ${winners.length}`
  if (winners.length > 1) return `A tie: ${plain(list(winners, name))}`
  if (first.method === 'plurality')
    return `${name(winner)}, ${figure(first.scores?.[winner] ?? 0)} of ${ballots}`
  const leads = Object.keys(pairwise)
    .filter((other) => other !== winner)
    .map((other) => (pairwise[winner]?.[other] ?? 0) - (pairwise[other]?.[winner] ?? 0))
  const least = Math.min(...leads)
  if (least < 0) return `${name(winner)}, but not against every rival`
  if (least <= Math.max(1, ballots / 6)) return `${name(winner)}, narrowly`
  return least >= ballots / 2 ? `${name(winner)}, clearly` : name(winner)
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

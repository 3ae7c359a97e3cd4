import type { Part } from '../schema'
import { METHOD_NAMES } from './method-names'
import { figure, list, type Names, votes } from './sentence'
import type { Tally } from './tally'

/** Tallies that name the same winners, and then the same seconds, side by side. */
export function groupByAnswer(tallies: Tally[], depth: number): Tally[][] {
  const groups = new Map<string, Tally[]>()
  for (const tally of tallies) {
    const key = JSON.stringify(tally.ranking.slice(0, depth).map((tier) => [...tier].sort()))
    groups.set(key, [...(groups.get(key) ?? []), tally])
  }
  return [...groups.values()]
}

/** Where other ways of counting disagree with the one that decides, and on what numbers. */
export function explainMethods(first: Tally, others: Tally[], name: Names): Part[] {
  const [same, ...different] = groupByAnswer([first, ...others], 1)
  if (!same || others.length === 0) return []
  if (different.length === 0) return [' Every other way of counting gives the same answer.']
  return different.flatMap((group) => explainGroup(group, name))
}

function explainGroup(group: Tally[], name: Names): Part[] {
  const winners = group[0]?.winners ?? []
  const who = methodList(group.map((tally) => METHOD_NAMES[tally.method]))
  const verb = winners.length > 1 ? 'would leave ' : 'would choose '
  const level = winners.length > 1 ? [' level'] : []
  const reasons = group.map((tally) => reasonFor(tally, name)).filter((reason) => reason.length > 0)
  const why = reasons.flatMap((reason, i): Part[] => [i === 0 ? ': ' : ', and ', ...reason])
  return [` ${who} ${verb}`, ...list(winners, name), ...level, ...why, '.']
}

/** "Borda", "Copeland and instant-runoff": the first with a capital, names of people always. */
export function methodList(names: string[]): string {
  const [head = '', ...tail] = names
  const rest = tail.map((n) => (/^(Borda|Copeland|Kemeny|Schulze|STAR)/.test(n) ? n : n.toLowerCase()))
  const last = rest.pop()
  return last === undefined ? head : `${[head, ...rest].join(', ')} and ${last}`
}

function reasonFor(tally: Tally, name: Names): Part[] {
  if (tally.method === 'irv') return lastRound(tally, name)
  const { winners, scores, ranking } = tally
  const most = scores?.[winners[0] ?? '']
  if (most === undefined) return []
  const next = figure(scores?.[ranking[1]?.[0] ?? ''] ?? 0)
  const tied = winners.length > 1
  if (tally.method === 'borda')
    return [tied ? `${figure(most)} points each` : `it has ${figure(most)} points to ${next}`]
  if (tally.method === 'plurality')
    return [tied ? `${votes(most, 'first choice')} each` : `it has ${votes(most, 'first choice')} to ${next}`]
  if (tally.method === 'copeland' && !tied) return [`it wins ${figure(most)} more contests than it loses`]
  if (tally.method === 'score' && !tied) return [`it has ${figure(most)} points to ${next}`]
  if (tally.method === 'star') return runoffOf(tally, name)
  return []
}

function runoffOf({ rounds = [], winners, tiedAt }: Tally, name: Names): Part[] {
  const votes = Object.entries(rounds[1] ?? {}).sort((a, b) => b[1] - a[1])
  const [top, next] = votes
  if (tiedAt || !top || !next || winners.length !== 1) return []
  return [
    'in the runoff it is put above ',
    { name: name(next[0]) },
    ` by ${figure(top[1])} to ${figure(next[1])}`,
  ]
}

function lastRound({ rounds = [], winners, tiedAt }: Tally, name: Names): Part[] {
  if (tiedAt) return ['a tie for elimination stops the count']
  const [top, next] = Object.entries(rounds.at(-1) ?? {}).sort((a, b) => b[1] - a[1])
  if (!top || !next || winners.length !== 1) return []
  return [
    'it leads ',
    { name: name(next[0]) },
    ` by ${figure(top[1])} to ${figure(next[1])} in the last round`,
  ]
}

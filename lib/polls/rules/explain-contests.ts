import type { Part } from '../schema'
import { list, type Names } from './sentence'
import type { Tally } from './tally'

type Contest = { rival: string; won: number; lost: number }

const contestsOf = ({ pairwise = {} }: Tally, code: string): Contest[] =>
  Object.keys(pairwise)
    .filter((rival) => rival !== code)
    .map((rival) => ({ rival, won: pairwise[code]?.[rival] ?? 0, lost: pairwise[rival]?.[code] ?? 0 }))

const lead = (contest: Contest): number => contest.won - contest.lost
const score = ({ won, lost }: Contest): string => `${won} to ${lost}`

/** Why the winner of a Schulze count is the winner, by its contests one against one. */
export function explainContests(first: Tally, name: Names): Part[] {
  const [winner = '', second = '', ...more] = first.winners
  if (more.length > 0) return tieOfMany(first, name)
  return second ? tieOfTwo(first, winner, second, name) : oneWinner(first, winner, name)
}

function oneWinner(first: Tally, winner: string, name: Names): Part[] {
  const contests = contestsOf(first, winner).sort((a, b) => lead(a) - lead(b))
  const [closest] = contests
  const label = { name: name(winner) }
  if (!closest) return [label, ' stands alone.']
  const alike = contests.filter((c) => c.won === closest.won && c.lost === closest.lost).map((c) => c.rival)
  const rivals = list(alike.slice(0, 3), name)
  if (lead(closest) > 0)
    return [
      label,
      ' beats every rival one against one. ',
      alike.length > 1 ? 'Its closest contests are with ' : 'Its closest contest is with ',
      ...rivals,
      `, ${score(closest)}${alike.length > 1 ? ' each' : ''}.`,
    ]
  if (lead(closest) === 0)
    return [label, ' loses to no rival, and is level with ', ...rivals, `, ${score(closest)}.`]
  return [
    label,
    ' loses to ',
    ...rivals,
    `, ${score(closest)}, yet the strongest chain of majorities runs from it to every rival.`,
  ]
}

function tieOfTwo(first: Tally, a: string, b: string, name: Names): Part[] {
  const unbeaten = [a, b].every((code) => contestsOf(first, code).every((c) => lead(c) >= 0))
  const between = contestsOf(first, a).find((c) => c.rival === b)
  if (!unbeaten || !between)
    return [
      'No chain of majorities is strong enough to put ',
      { name: name(a) },
      ' above ',
      { name: name(b) },
      ', or below it.',
    ]
  return [
    'No rival beats ',
    { name: name(a) },
    ' or ',
    { name: name(b) },
    `, and between the two the ballots split ${score(between)}.`,
  ]
}

const tieOfMany = (first: Tally, name: Names): Part[] => [
  'No majority, and no chain of majorities, decides between ',
  ...list(first.winners, name),
  '.',
]

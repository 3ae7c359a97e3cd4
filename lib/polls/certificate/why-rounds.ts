import { figure, list, type Names } from '../rules/sentence'
import type { Part } from '../schema'
import { fractionValue } from './shares'
import type { CertificateOf, RunoffRound } from './types'

/** Instant-runoff, round by round. */
export function whyRounds({ rounds, winners }: CertificateOf<'irv'>, name: Names): Part[][] {
  return rounds.map((round, i) => {
    const last = i === rounds.length - 1
    if (last && round.out.length === 0) return whyTied(i, round, winners, name)
    return last ? whyLast(i, round, winners, name) : whyOut(i, round, name)
  })
}

const at = (round: RunoffRound, code: string): number => fractionValue(round.votes[code] ?? '0')

function whyOut(i: number, round: RunoffRound, name: Names): Part[] {
  const { out } = round
  const [first = ''] = out
  const label = `Round ${i + 1}: `
  if (out.length === 1)
    return [
      label,
      { name: name(first) },
      ` has the fewest first choices, ${figure(at(round, first))}, and goes out.`,
    ]
  return [label, ...list(out, name), ' are last, and go out whichever of them goes first.']
}

function whyLast(i: number, round: RunoffRound, winners: string[], name: Names): Part[] {
  const [winner = ''] = winners
  const others = Object.keys(round.votes).filter((code) => code !== winner)
  const figures = others.map((code) => figure(at(round, code))).join(' and ')
  return [
    `Round ${i + 1}: `,
    { name: name(winner) },
    ` has ${figure(at(round, winner))}, `,
    ...list(others, name),
    ` ${figures}.`,
  ]
}

function whyTied(i: number, round: RunoffRound, winners: string[], name: Names): Part[] {
  const fewest = Math.min(...Object.keys(round.votes).map((code) => at(round, code)))
  const last = Object.keys(round.votes).filter((code) => at(round, code) === fewest)
  if (winners.length === 1) return [...list(winners, name), ` stands alone, with ${figure(fewest)}.`]
  return [
    `Round ${i + 1}: `,
    ...list(last, name),
    ` tie for last with ${figure(fewest)} each, and who wins depends on which of them goes out. Nothing is drawn by lot: all who stand are level.`,
  ]
}

import type { Kind } from '../rules/kinds'
import type { PollMethodName } from '../vocabulary'

/** An election as files hold it: what was asked, and ballots without anything that tells whose they are. */
export type Election = {
  title: string
  method: PollMethodName
  options: { code: string; label: string }[]
  ballots: Kind[]
}

/** What is wrong with a file, and in which line (from 1; 0 for the file as a whole). */
export type Fault = { line: number; fault: string }
/** What could be read; not to be counted while there are faults. */
export type Read = { election: Election; faults: Fault[] }

export const FORMATS = ['blt', 'abif', 'csv'] as const
export type Format = (typeof FORMATS)[number]

/** More ballots, and larger files, are not taken. */
export const MOST_BALLOTS = 10_000

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,11}$/

/** The names themselves where they can be codes, else A, B, C …, all different. */
export function codesFor(names: string[]): string[] {
  const wanted = names.map((name) => (CODE.test(name) ? name : ''))
  const taken = new Set(wanted)
  const letters = Array.from({ length: 26 + names.length }, (_, i) =>
    i < 26 ? String.fromCharCode(65 + i) : `X${i}`,
  )
  const free = letters.filter((letter) => !taken.has(letter))
  return wanted.map((code, i) => (code && wanted.indexOf(code) === i ? code : (free.shift() ?? `X${i}`)))
}

/** What the numbers of ballots can be, by what they are. */
export function methodOf(ballots: Kind[]): PollMethodName {
  const scores = ballots.map((b) => Object.values(b.scores))
  if (scores.every((row) => row.length === 0))
    return ballots.length > 0 && ballots.every((b) => b.ranking.flat().length <= 1) ? 'PLURALITY' : 'RANKED'
  const most = Math.max(0, ...scores.flat())
  if (most <= 1) return 'APPROVAL'
  return most > 5 ? 'CREDENCE' : 'SCORE'
}

/** Every option has its points, in the order of the options. */
export const filled = (codes: string[], scores: Record<string, number>): Record<string, number> =>
  Object.fromEntries(codes.map((code) => [code, scores[code] ?? 0]))

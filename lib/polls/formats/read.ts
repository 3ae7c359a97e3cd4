import { faultIn, tidy } from '../rules/check-ballot'
import { kindsOf, sizeOf } from '../rules/kinds'
import { FEWEST } from '../rules/suppress'
import { METHODS, MOST_BYTES, MOST_OPTIONS, type PollMethodName } from '../vocabulary'
import { readAbif } from './abif'
import { readBlt } from './blt'
import { readCsv } from './csv'
import { type Election, type Fault, FORMATS, type Format, MOST_BALLOTS, type Read } from './election'

const MOST_FAULTS = 50

/** By its ending; else by what it begins with. */
export function formatOf(name: string, text: string): Format {
  const ending = FORMATS.find((format) => name.toLowerCase().endsWith(`.${format}`))
  if (ending) return ending
  if (/^\s*\d+\s+\d+\s*$/m.test(text.split('\n')[0] ?? '')) return 'blt'
  return /^\s*(\{|=|\d+\s*:)/m.test(text) ? 'abif' : 'csv'
}

/** Reads a file of ballots and says line by line what cannot be counted. `method` says what the numbers are. */
export function readElection(name: string, text: string, method?: PollMethodName): Read {
  if (text.length > MOST_BYTES) return tooLarge('The file is too large: at most 600 KB can be counted.')
  const format = formatOf(name, text)
  const read = format === 'blt' ? readBlt(text) : format === 'abif' ? readAbif(text) : readCsv(text, method)
  const election = tidied({ ...read.election, method: method ?? read.election.method })
  return { election, faults: [...read.faults, ...faultsOf({ ...read, election })].slice(0, MOST_FAULTS) }
}

const tooLarge = (fault: string): Read => ({
  election: { title: '', method: 'RANKED', options: [], ballots: [] },
  faults: [{ line: 0, fault }],
})

/** What two ballots agree on is written alike, so that they stand together. */
function tidied(election: Election): Election {
  const codes = election.options.map((o) => o.code)
  const kind = election.ballots.some(({ scores }) => Object.keys(scores).length > 0) ? 'SCORE' : 'RANKED'
  const ballots = election.ballots.map((b) => ({ ...tidy(kind, codes, b), count: b.count }))
  return { ...election, ballots: kindsOf(ballots) }
}

/** What is wrong with the whole. */
function faultsOf({ election, faults }: Read): Fault[] {
  const { options, ballots, method } = election
  const whole = (fault: string): Fault => ({ line: 0, fault })
  const cast = sizeOf(ballots)
  const found: Fault[] = []
  if (options.length < 2) found.push(whole('There are fewer than two options.'))
  if (options.length > MOST_OPTIONS)
    found.push(whole(`There are ${options.length} options; at most ${MOST_OPTIONS} can be counted.`))
  if (cast > MOST_BALLOTS)
    found.push(whole(`There are ${cast} ballots; at most ${MOST_BALLOTS} can be counted.`))
  if (cast < FEWEST && faults.length === 0)
    found.push(whole('There are fewer than three ballots, so no result would be shown.'))
  const codes = options.map((o) => o.code)
  const wrong = ballots.map((ballot) => wrongFor(method, codes, ballot)).find((fault) => fault !== null)
  return wrong ? [...found, whole(wrong)] : found
}

/** Ballots that say nothing are counted as such; all others must be of the kind. */
function wrongFor(
  method: PollMethodName,
  codes: string[],
  ballot: Read['election']['ballots'][number],
): string | null {
  const points = Object.values(ballot.scores)
  const blank = ballot.ranking.length === 0 && points.every((n) => n === 0) && method !== 'CREDENCE'
  if (blank && (points.length === 0) === (method === 'RANKED' || method === 'PLURALITY')) return null
  const fault = faultIn(method, codes, ballot)
  return fault && `A ballot is not of this kind. ${fault}`
}

/** What the ballots of a file may be counted as. */
export const methodsFor = ({ election }: Read): PollMethodName[] =>
  METHODS.filter((method) =>
    faultsOf({ election: { ...election, method }, faults: [] }).every(
      (f) => !f.fault.startsWith('A ballot is not'),
    ),
  )

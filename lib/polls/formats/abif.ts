import { type Kind, kindsOf } from '../rules/kinds'
import { METHODS, type PollMethodName } from '../vocabulary'
import { codesFor, type Election, type Fault, filled, methodOf, type Read } from './election'

/**
 * ABIF, Rob Lanphier's "Aggregated Ballot Information Format" (electowiki.org/wiki/ABIF): `12:A>B=C`, with scores
 * `12:A/5>B/3`, names as `=A:[Name]`, remarks after `#`, and lines of JSON about the whole. One of these lines says of
 * which kind the ballots are and what the options are called, to the letter.
 */
export function writeAbif({ title, method, options, ballots }: Election): string {
  const about = [
    { version: '0.1' },
    { title },
    { colloquy: { method, options: options.map((o) => [o.code, o.label]) } },
  ]
  const names = options.map((o) => `=${o.code}:[${o.label.replace(/[[\]]/g, '').replace(/\s+/g, ' ')}]`)
  const lines = kindsOf(ballots).map((kind) => `${kind.count}:${marksOf(kind, options)}`)
  return `${[...about.map((line) => JSON.stringify(line)), ...names, ...lines].join('\n')}\n`
}

function marksOf({ ranking, scores }: Kind, options: Election['options']): string {
  if (Object.keys(scores).length === 0) return ranking.map((tier) => tier.join('=')).join('>')
  const points = (code: string) => scores[code] ?? 0
  const order = options.map((o) => o.code).sort((a, b) => points(b) - points(a))
  return order
    .map((code, i) => {
      const level = i > 0 && points(code) === points(order[i - 1] ?? '')
      return `${i === 0 ? '' : level ? '=' : '>'}${code}/${points(code)}`
    })
    .join('')
}

type Line = { count: number; tiers: string[][]; scores: Map<string, number>; line: number }
type State = {
  title: string
  method: PollMethodName | null
  names: Map<string, string>
  /** The same from our own line of facts, to the letter. */
  exact: Map<string, string>
  lines: Line[]
  faults: Fault[]
}

export function readAbif(text: string): Read {
  const state: State = { title: '', method: null, names: new Map(), exact: new Map(), lines: [], faults: [] }
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const said = line.trim()
    if (said === '' || said.startsWith('#')) continue
    const fault = readLine(state, said, i + 1)
    if (fault) state.faults.push({ line: i + 1, fault })
  }
  return finished(state)
}

function readLine(state: State, said: string, line: number): string | null {
  if (said.startsWith('{')) return readAbout(state, said)
  const name = /^=\s*("[^"]*"|\[[^\]]*\]|[^:\s]+)\s*:\s*(?:\[([^\]]*)\]|"([^"]*)"|(.*))$/.exec(said)
  if (name) {
    state.names.set(bare(name[1] ?? ''), (name[2] ?? name[3] ?? name[4] ?? '').trim())
    return null
  }
  const ballot = /^(\d{1,9})\s*[:*]\s*(.*)$/.exec(said)
  if (!ballot) return 'This is neither a ballot (12:A>B=C), nor a name, nor a remark.'
  const row = marksFrom(ballot[2] ?? '')
  if (typeof row === 'string') return row
  if (Number(ballot[1]) === 0) return 'A ballot is counted at least once.'
  state.lines.push({ count: Number(ballot[1]), ...row, line })
  return null
}

function readAbout(state: State, said: string): string | null {
  try {
    const about = JSON.parse(said) as Record<string, unknown>
    if (typeof about.title === 'string') state.title = about.title
    const own = about.colloquy as { method?: unknown; options?: unknown } | undefined
    const method = METHODS.find((m) => m === own?.method)
    if (method) state.method = method
    if (Array.isArray(own?.options))
      for (const pair of own.options)
        if (Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string'))
          state.exact.set(String(pair[0]), String(pair[1]))
    return null
  } catch {
    return 'This line of facts is not JSON.'
  }
}

const bare = (token: string): string => token.replace(/^["[]|["\]]$/g, '')

const MARK = /\s*(?:\[([^\]]*)\]|"([^"]*)"|([^\s>=,/#:[\]"{}]+))(?:\s*\/\s*(\d+))?\s*(>|=|,|$)/y

/** Tiers and scores of one ballot; or what is wrong with it. */
function marksFrom(text: string): { tiers: string[][]; scores: Map<string, number> } | string {
  const marks = text.replace(/\s*(?::\s*\{.*\}|#.*)$/, '').trim()
  const tiers: string[][] = []
  const scores = new Map<string, number>()
  let joint = '>'
  MARK.lastIndex = 0
  while (MARK.lastIndex < marks.length) {
    const from = MARK.lastIndex
    const found = MARK.exec(marks)
    if (!found) return `“${marks.slice(from, from + 20)}” cannot be read.`
    const option = (found[1] ?? found[2] ?? found[3] ?? '').trim()
    if (tiers.flat().includes(option)) return `“${option}” stands on the ballot twice.`
    if (joint === '>') tiers.push([option])
    else tiers.at(-1)?.push(option)
    if (found[4] !== undefined) scores.set(option, Number(found[4]))
    joint = found[5] ?? ''
    if (joint === '' && MARK.lastIndex < marks.length)
      return `“${marks.slice(from, from + 20)}” cannot be read.`
  }
  if (tiers.length > 0 && joint !== '') return `The ballot ends with “${joint}”.`
  if (scores.size > 0 && scores.size < tiers.flat().length)
    return 'Some options on the ballot have a score and some have none.'
  return { tiers, scores }
}

function finished({ title, method, names: given, exact, lines, faults }: State): Read {
  const names = new Map([...exact, ...[...given].filter(([token]) => !exact.has(token))])
  const known = [...names.keys()]
  const tokens = [...known, ...new Set(lines.flatMap((l) => l.tiers.flat()).filter((t) => !names.has(t)))]
  const codes = codesFor(tokens)
  const codeOf = (token: string) => codes[tokens.indexOf(token)] ?? ''
  const scored = lines.some((l) => l.scores.size > 0)
  const plain = scored ? lines.find((l) => l.scores.size === 0 && l.tiers.length > 0) : undefined
  if (plain) faults.push({ line: plain.line, fault: 'This ballot has no scores, and others have.' })
  const ballots = kindsOf(
    lines.map(({ count, tiers, scores }) => {
      const points = Object.fromEntries([...scores].map(([token, score]) => [codeOf(token), score]))
      return scored || (method !== null && method !== 'RANKED' && method !== 'PLURALITY')
        ? { ranking: [], scores: filled(codes, points), count }
        : { ranking: tiers.map((tier) => tier.map(codeOf)), scores: {}, count }
    }),
  )
  const options = tokens.map((token, i) => ({ code: codes[i] ?? '', label: names.get(token) || token }))
  return { election: { title, method: method ?? methodOf(ballots), options, ballots }, faults }
}

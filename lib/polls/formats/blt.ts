import { kindsOf } from '../rules/kinds'
import { codesFor, type Election, type Fault, methodOf, type Read } from './election'

/**
 * BLT, as of Hill, Wichmann and Woodall (1987), with OpenSTV's and OpaVote's additions: `=` between equals, `-` for a
 * skipped rank, `(id)` before a ballot, `#` before a comment. Names in quotes; `\"` or `""` is a quote in a name.
 */
export function writeBlt({ title, options, ballots }: Election): string {
  const number = (code: string) => options.findIndex((o) => o.code === code) + 1
  const lines = kindsOf(ballots).map(({ ranking, count }) => {
    const tiers = ranking.map((tier) => tier.map(number).join('='))
    return [count, ...tiers, 0].join(' ')
  })
  const names = [...options.map((o) => o.label), title].map(quoted)
  return `${[`${options.length} 1`, ...lines, '0', ...names].join('\n')}\n`
}

const quoted = (name: string): string =>
  `"${name.replace(/\s+/g, ' ').replace(/[\\"]/g, (mark) => `\\${mark}`)}"`

type Token = { text: string; line: number; name: boolean }

export function readBlt(text: string): Read {
  const tokens = tokensOf(text)
  const faults: Fault[] = []
  const count = Number(tokens[0]?.text)
  if (!(Number.isInteger(count) && count > 0 && count <= 1000))
    return unreadable('The first line of a BLT file is the number of candidates and of seats.')
  let at = 2
  const gone = new Set<number>()
  for (; /^-\d+$/.test(tokens[at]?.text ?? ''); at++) gone.add(-Number(tokens[at]?.text))
  const rows: { weight: number; tiers: number[][] }[] = []
  for (; tokens[at] && tokens[at]?.text !== '0' && !tokens[at]?.name; ) {
    const row = rowFrom(tokens, at)
    at = row.next
    const fault = faultOf(row, count)
    if (fault) faults.push({ line: row.line, fault })
    else rows.push({ weight: Number(row.weight), tiers: row.tiers.map((tier) => tier.map(Number)) })
  }
  if (tokens[at]?.text !== '0')
    faults.push({ line: tokens[at]?.line ?? 0, fault: 'The ballots do not end with a line of 0.' })
  else at++
  return { election: electionOf(count, gone, rows, tokens.slice(at)), faults }
}

const unreadable = (fault: string): Read => ({
  election: { title: '', method: 'RANKED', options: [], ballots: [] },
  faults: [{ line: 1, fault }],
})

function electionOf(
  count: number,
  gone: Set<number>,
  rows: { weight: number; tiers: number[][] }[],
  names: Token[],
): Election {
  const numbers = Array.from({ length: count }, (_, i) => i + 1).filter((n) => !gone.has(n))
  const codes = codesFor(numbers.map(() => ''))
  const options = numbers.map((n, i) => ({
    code: codes[i] ?? '',
    label: names[n - 1]?.text.trim() || `Option ${n}`,
  }))
  const codeOf = (n: number) => options[numbers.indexOf(n)]?.code
  const ballots = kindsOf(
    rows.map(({ weight, tiers }) => ({
      ranking: tiers.map((tier) => tier.flatMap((n) => codeOf(n) ?? [])).filter((tier) => tier.length > 0),
      ...{ scores: {}, count: weight },
    })),
  )
  return { title: names[count]?.text.trim() ?? '', method: methodOf(ballots), options, ballots }
}

type Row = { weight: string; tiers: string[][]; line: number; next: number }

/** One ballot: its weight, and what follows up to a 0 or the end of the line. */
function rowFrom(tokens: Token[], from: number): Row {
  const { line = 0, text = '' } = tokens[from] ?? {}
  let at = from
  let weight = text
  if (/^\(.*\)$/.test(weight)) weight = tokens[++at]?.text ?? ''
  const tiers: string[][] = []
  for (at++; tokens[at] && tokens[at]?.line === line && tokens[at]?.text !== '0'; at++)
    if (tokens[at]?.text !== '-') tiers.push((tokens[at]?.text ?? '').split('='))
  const ended = tokens[at]?.line === line && tokens[at]?.text === '0'
  return { weight, tiers, line, next: ended ? at + 1 : at }
}

function faultOf({ weight, tiers }: Row, count: number): string | null {
  if (!/^\d{1,9}$/.test(weight) || Number(weight) === 0)
    return `“${weight.slice(0, 20)}” is not a number of ballots.`
  const named = tiers.flat()
  const wrong = named.find((n) => !/^\d{1,4}$/.test(n) || Number(n) < 1 || Number(n) > count)
  if (wrong !== undefined) return `“${wrong.slice(0, 20)}” is not the number of a candidate.`
  const twice = named.find((n, i) => named.findIndex((m) => Number(m) === Number(n)) !== i)
  return twice === undefined ? null : `Candidate ${twice} stands on the ballot twice.`
}

/** Words, numbers and quoted names, each with its line. Equals signs bind what stands on either side. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  for (const [i, line] of lines.entries()) {
    const parts = line.matchAll(/"((?:[^"\\]|\\.|"")*)"|#.*$|(?:[^\s"#=]+(?:\s*=\s*[^\s"#=]+)*)|\S/g)
    for (const [whole, name] of parts) {
      if (whole.startsWith('#')) break
      const said =
        name === undefined ? whole.replace(/\s+/g, '') : name.replace(/\\(["\\])|""/g, (_, c) => c ?? '"')
      tokens.push({ text: said, line: i + 1, name: name !== undefined })
    }
  }
  return tokens
}

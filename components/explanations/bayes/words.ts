import type { MatrixPage } from '@/lib/explanations/schema'
import { list, namesOf } from '@/lib/polls/rules/sentence'
import type { Part } from '@/lib/polls/schema'

export const percent = (share: number): string => {
  const value = share * 100
  if (share > 0 && value < 0.1) return '<\u00a00.1\u00a0%'
  if (share < 1 && value > 99.9) return '>\u00a099.9\u00a0%'
  return `${value < 10 || value > 90 ? value.toFixed(1) : value.toFixed(0)}\u00a0%`
}

/** Weight of evidence as people read it, with its sign. */
export function decibelWords(db: number | null): string {
  if (db === null) return 'both ruled out'
  if (db === Infinity) return '+∞'
  if (db === -Infinity) return '−∞'
  const rounded = Math.round(db * 10) / 10
  return rounded === 0 ? '0' : `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(1)}`
}

/** What a sum of decibels says in odds, so that nobody need know logarithms. */
export function oddsWords(db: number, a: string, b: string): string {
  if (!Number.isFinite(db)) return db > 0 ? `${b} is ruled out.` : `${a} is ruled out.`
  const odds = 10 ** (Math.abs(db) / 10)
  const figure = odds >= 100 ? Math.round(odds).toLocaleString('en-GB') : odds.toPrecision(2)
  if (odds < 1.05) return `The evidence does not tell ${a} from ${b}.`
  return `The evidence is about ${figure} times as probable if ${db > 0 ? a : b} is true as if ${db > 0 ? b : a} is.`
}

/** Which explanation one believes most once the evidence is counted, and what one believed before. */
export function credenceWords(
  { explanations }: Pick<MatrixPage, 'explanations'>,
  prior: Record<string, number>,
  after: Record<string, number> | null,
): Part[] {
  if (!after) return ['Every explanation has been given a zero somewhere: none is left to believe.']
  const name = namesOf(explanations.map(({ code, shortName }) => ({ code, shortLabel: shortName })))
  const top = Math.max(...Object.values(after))
  const first = explanations.map((e) => e.code).filter((code) => (after[code] ?? 0) >= top - 1e-9)
  if (first.length > 1)
    return [...list(first, name), ` stand level after the evidence, at ${percent(top)} each.`]
  const code = first[0] ?? ''
  const all = Object.values(prior).reduce((sum, points) => sum + points, 0) || 1
  return [
    ...list(first, name),
    ` stands at ${percent(top)} after the evidence, from ${percent((prior[code] ?? 0) / all)} before it.`,
  ]
}

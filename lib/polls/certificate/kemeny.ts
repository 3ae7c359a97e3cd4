import type { Matrix } from './types'

/**
 * For each winner the best ranking with it on top that comes first by the order of the options, and how many
 * preferences the best agree with. After Held and Karp (1962), as in rules/kemeny.ts, which gives the winners.
 */
export function bestRankings(options: string[], matrix: Matrix, winners: string[]) {
  const n = options.length
  const wins = options.map((a) => options.map((b) => matrix[a]?.[b] ?? 0))
  const agreement = new Float64Array(2 ** n)
  const under = (set: number, top: number): number => {
    let total = agreement[set ^ (1 << top)] ?? 0
    for (let b = 0; b < n; b++) if (b !== top && set & (1 << b)) total += wins[top]?.[b] ?? 0
    return total
  }
  for (let set = 1; set < agreement.length; set++)
    for (let top = 0; top < n; top++)
      if (set & (1 << top)) agreement[set] = Math.max(agreement[set] ?? 0, under(set, top))
  const all = agreement.length - 1
  const from = (top: string): string[] => {
    const ranking = [top]
    let set = all ^ (1 << options.indexOf(top))
    while (set > 0) {
      const left = set
      const next = options.findIndex((_, i) => (left & (1 << i)) !== 0 && under(left, i) === agreement[left])
      ranking.push(options[next] ?? '')
      set ^= 1 << next
    }
    return ranking
  }
  const of = wins.flat().reduce((sum, n) => sum + n, 0)
  return { agreement: agreement[all] ?? 0, of, best: winners.map(from) }
}

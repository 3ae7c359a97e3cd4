import type { Marks } from '@/lib/polls/schema'

/** What a ballot says, in short: "A > B = C", or points. */
export function marksSaid({ ranking, scores }: Marks, options: { code: string }[]): string {
  if (Object.keys(scores).length === 0) return ranking.map((tier) => tier.join(' = ')).join(' > ')
  return options.map(({ code }) => `${code} ${scores[code] ?? 0}`).join(', ')
}

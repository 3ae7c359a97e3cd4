/** Figures of ranked ballots in the plainest way, to hold pages against: shares nothing with lib/polls. */
type Ranking = string[]

/** How many put a above b. */
export const supporters = (ballots: Ranking[], a: string, b: string): number =>
  ballots.filter((ranking) => ranking.indexOf(a) < ranking.indexOf(b)).length

export const firsts = (ballots: Ranking[], code: string): number =>
  ballots.filter(([first]) => first === code).length

/** n - 1 points for a first place, down to none for the last. */
export const borda = (ballots: Ranking[], code: string): number =>
  ballots.reduce((sum, ranking) => sum + ranking.length - 1 - ranking.indexOf(code), 0)

/** How many had the one first before and the other after. */
export const moves = (pairs: { before: Ranking; after: Ranking }[], from: string, to: string): number =>
  pairs.filter((p) => p.before[0] === from && p.after[0] === to).length

export const isSmall = (n: number): boolean => n === 1 || n === 2

import type { Change } from './swing-totals'

const ONE = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const SIDE = { for: 'Proposition', against: 'Opposition' } as const
type Team = keyof typeof SIDE

/** "16.7 percentage points", "1 percentage point". */
const points = (n: number): string =>
  `${ONE.format(Math.abs(n))} percentage ${ONE.format(Math.abs(n)) === '1' ? 'point' : 'points'}`

const verb = (change: number): string =>
  change > 0 ? `gained ${points(change)}` : change < 0 ? `lost ${points(change)}` : 'neither gained nor lost'

const share = (n: number, of: number): string => `${ONE.format((100 * n) / of)}%`
const all = (totals: Change['before']): number => totals.for + totals.against + totals.undecided

const fromTo = ({ before, after }: Change, side: Team): string =>
  `from ${share(before[side], all(before))} to ${share(after[side], all(after))}`

function tieWords(change: Change): string {
  const [pro, con] = [change.change.for, change.change.against]
  if (pro === 0 && con === 0) return 'Neither side gained or lost anything between the two votes.'
  return `Both sides ${verb(pro)}, so the debate moved nobody more one way than the other.`
}

/** Where more votes in the end went to the side that did not win, that is said: it is the first thing people ask. */
function majority({ after, winner }: Change): string {
  if (winner === 'tie') return ''
  const loser = winner === 'for' ? 'against' : 'for'
  if (after[loser] <= after[winner]) return ''
  return ` In the end more voted ${loser} (${after[loser]} to ${after[winner]}); but the side that moves more of the House wins, whoever had more to begin with.`
}

/**
 * Who won, and why, as people say it.
 * @param linked whether the same people are compared; else the shares of two groups that differ a little.
 */
export function resultWords(change: Change, linked: boolean): { headline: string; lede: string } {
  const { winner } = change
  const who = linked
    ? `of the ${all(change.before)} who voted both times`
    : `of those who voted each time (${all(change.before)} before, ${all(change.after)} after)`
  if (winner === 'tie') return { headline: 'A tie', lede: `${tieWords(change)} Counted ${who}.` }
  const loser = winner === 'for' ? 'against' : 'for'
  const lede = `It ${verb(change.change[winner])}, ${fromTo(change, winner)} ${who}; the ${SIDE[loser]} ${verb(change.change[loser])}.`
  return { headline: `The ${SIDE[winner]} won`, lede: lede + majority(change) }
}

import { FEWEST } from './suppress'

type Standing = {
  closed: boolean
  hiddenUntilClose: boolean
  voted: boolean
  staff: boolean
  ballots: number
}

/** Why the result cannot be seen, or null when it can. What others chose sways nobody before they have voted. */
export function whyHidden(s: Standing): 'hidden' | 'vote-first' | 'too-few' | null {
  if (!s.closed && s.hiddenUntilClose) return 'hidden'
  if (!s.closed && !s.voted && !s.staff) return 'vote-first'
  return s.ballots < FEWEST ? 'too-few' : null
}

/**
 * Whether staff may see who has voted. While a count is shown as it runs, a name that appears as the count moves
 * would tell how its bearer voted: then only the number is shown until the close.
 */
export const showsVoters = (s: Pick<Standing, 'closed' | 'hiddenUntilClose' | 'staff'>): boolean =>
  s.staff && (s.closed || s.hiddenUntilClose)

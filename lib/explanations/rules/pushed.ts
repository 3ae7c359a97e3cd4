import { type Counts, FEWEST_OTHERS } from './class'

/**
 * What is pushed of a cell that somebody rated. One parcel goes to everybody, so it holds only what each of them may
 * see: counts from four raters on (three beside any of them); with exactly three it depends on who asks, so that a page
 * whose reader has not rated the cell asks for itself.
 */
export type PushedCell = { evidence: string; explanation: string; counts: Counts | null; ask: boolean }

export const pushedCell = (
  evidence: string,
  explanation: string,
  raters: number,
  counts: Counts,
): PushedCell => ({
  evidence,
  explanation,
  counts: raters > FEWEST_OTHERS ? counts : null,
  ask: raters === FEWEST_OTHERS,
})

import { type Lateness, type LateRule, penaltyAfter } from '@/lib/critiques/rules/late'

type Rule = Pick<LateRule, 'graceMinutes' | 'penaltyPerDay' | 'lateDays'>

const days = (n: number): string => (n === 1 ? 'one day' : `${n} days`)

function graceOf(minutes: number): string | null {
  if (minutes === 0) return null
  if (minutes % 60 === 0) return minutes === 60 ? 'an hour’s grace' : `${minutes / 60} hours’ grace`
  return `${minutes} minutes’ grace`
}

/** "15 minutes’ grace; then each day begun costs 10 % of the mark, and after 3 days nothing is taken." */
export function lateWords({ graceMinutes, penaltyPerDay, lateDays }: Rule): string {
  const grace = graceOf(graceMinutes)
  const costs = penaltyPerDay > 0 ? `each day begun costs ${penaltyPerDay} % of the mark` : 'it costs nothing'
  if (lateDays === 0) return grace ? `${grace}, then it is closed.` : 'Closed from then on.'
  const then = `${costs}, and after ${days(lateDays)} nothing is taken.`
  return grace ? `${grace}; then ${then}` : `Late, ${then}`
}

/** What handing in now, or once more, would cost, in a sentence; nothing where it is not past due. */
export function costWords(
  { state, days: n }: Lateness,
  rule: Pick<Rule, 'penaltyPerDay'>,
  again = false,
): string | null {
  const doing = again ? 'anding in again now' : 'anding in now'
  if (state === 'GRACE') return `It is past due, but within the grace: h${doing} costs nothing.`
  if (state !== 'LATE') return null
  const cost = penaltyAfter(rule, n)
  return cost === 0
    ? `H${doing} is ${days(n)} late; that costs nothing.`
    : `H${doing} is ${days(n)} late and costs ${cost} % of the mark.`
}

/** How late something was, for a list: "2 days late, −20 %". Nothing where it was not. */
export function latenessWords(
  { state, days: n }: Lateness,
  rule: Pick<Rule, 'penaltyPerDay'>,
): string | null {
  if (state === 'CLOSED') return 'after it closed'
  if (state !== 'LATE') return null
  const cost = penaltyAfter(rule, n)
  return cost === 0 ? `${days(n)} late` : `${days(n)} late, −${cost} %`
}

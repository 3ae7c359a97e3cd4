import { type Count, type StatementCounts, votersOf } from './counts'

/** At least this share of a group's voters agree: it is the group's opinion. */
export const MAJORITY = 0.6
/** At most this chance (of a table as lopsided, were the group like the rest) sets a statement apart. */
const APART = 0.05
const MOST = 4

export type Stance = 'agree' | 'disagree'
/** A statement that sets a group apart, and by what numbers. */
export type Apart = {
  statement: string
  stance: Stance
  here: { of: number; count: number }
  elsewhere: { of: number; count: number }
  chance: number
}
export type United = { statement: string; stance: Stance; least: number }

const LOGS: number[] = [0]
function logFactorial(n: number): number {
  for (let i = LOGS.length; i <= n; i++) LOGS[i] = LOGS[i - 1]! + Math.log(i)
  return LOGS[n]!
}
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/**
 * Fisher's exact test, one side (R. A. Fisher, "The logic of inductive inference", 1935): how likely chance alone puts
 * `a` or more of the `a + c` who hold a view among the `n` of one group, with `m` in the rest.
 */
export function fisher(a: number, n: number, c: number, m: number): number {
  const held = a + c
  let total = 0
  for (let k = a; k <= Math.min(n, held); k++)
    if (held - k <= m) total += Math.exp(logChoose(n, k) + logChoose(m, held - k) - logChoose(n + m, held))
  return Math.min(1, total)
}

const shareOf = ({ count, of }: { count: number; of: number }): number => (of === 0 ? 0 : count / of)

function standsApart({ statement, all, groups }: StatementCounts, group: number): Apart[] {
  const own = groups[group]
  if (!own || !all) return []
  return (['agree', 'disagree'] as const).flatMap((stance): Apart[] => {
    const here = { count: own[stance], of: votersOf(own) }
    const elsewhere = { count: all[stance] - own[stance], of: votersOf(all) - votersOf(own) }
    // Nobody elsewhere to differ from, or so few that they would be told.
    if (elsewhere.of < 3 || shareOf(here) < MAJORITY) return []
    const chance = fisher(here.count, here.of, elsewhere.count, elsewhere.of)
    return chance <= APART ? [{ statement, stance, here, elsewhere, chance }] : []
  })
}

/**
 * The statements that set a group apart, the clearest first: a majority of the group holds a view that the rest does
 * not share. The groups were made from these votes, so the test orders; it proves nothing.
 */
export const apartOf = (counts: StatementCounts[], group: number): Apart[] =>
  counts
    .flatMap((row) => standsApart(row, group))
    .sort(
      (a, b) =>
        a.chance - b.chance || shareOf(b.here) - shareOf(a.here) || (a.statement < b.statement ? -1 : 1),
    )
    .slice(0, MOST)

const least = (counts: Count[], stance: Stance): number =>
  Math.min(...counts.map((c) => shareOf({ count: c[stance], of: votersOf(c) })))

/**
 * What unites all: views that a majority of every group holds (without groups: of everybody), the most shared first.
 * Only where every group is counted.
 */
export function unitedIn(counts: StatementCounts[]): United[] {
  return counts
    .flatMap(({ statement, all, groups }): United[] => {
      const each = groups.length ? groups : [all]
      if (each.some((count) => count === null)) return []
      return (['agree', 'disagree'] as const).map((stance) => ({
        statement,
        stance,
        least: least(each as Count[], stance),
      }))
    })
    .filter((u) => u.least >= MAJORITY)
    .sort((a, b) => b.least - a.least || (a.statement < b.statement ? -1 : 1))
}

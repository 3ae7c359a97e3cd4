/** 1 agrees, 0 passes, -1 disagrees. */
export type VoteValue = -1 | 0 | 1
export type Vote = { person: string; statement: string; value: VoteValue }
/** A row a person, a column a statement; null where somebody did not vote. Both sorted, so that order tells nothing. */
export type Grid = { people: string[]; statements: string[]; values: (VoteValue | null)[][] }

/** Fewer people than this, or fewer statements, give no groups: chance alone makes any pattern. */
export const LEAST_PEOPLE = 8
export const LEAST_STATEMENTS = 6
/** A person is placed who has voted on this many statements, or on half of them where there are few. */
const ENOUGH_VOTES = 7

export const enoughVotes = (statements: number): number => Math.min(ENOUGH_VOTES, Math.ceil(statements / 2))

const sorted = (names: string[]): string[] => [...new Set(names)].sort()

/** The votes of those who cast enough of them. The same for every order of the votes. */
export function gridOf(statements: string[], votes: Vote[]): Grid {
  const columns = new Map(sorted(statements).map((s, i) => [s, i]))
  const rows = new Map<string, (VoteValue | null)[]>()
  for (const { person, statement, value } of votes) {
    const column = columns.get(statement)
    if (column === undefined) continue
    const row = rows.get(person) ?? new Array<VoteValue | null>(columns.size).fill(null)
    row[column] = value
    rows.set(person, row)
  }
  const least = enoughVotes(columns.size)
  const people = [...rows.keys()].filter((p) => votesIn(rows.get(p) ?? []) >= least).sort()
  return { people, statements: [...columns.keys()], values: people.map((p) => rows.get(p) ?? []) }
}

export const votesIn = (row: (VoteValue | null)[]): number => row.filter((v) => v !== null).length

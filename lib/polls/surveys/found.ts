import 'server-only'
import { pool } from '@/lib/db'
import { type Grid, gridOf, type Vote } from './rules/grid'
import { findGroups, type Groups } from './rules/groups'

/** Everything that a closed survey's votes give. Knows people: it never leaves the server. */
export type Found = { grid: Grid; groups: Groups; voters: number }

const KEPT = 40
/** Other requests are answered in between. */
const BREATH_MS = 12

// Pages, actions and route handlers are separate module instances of one process: one memory for all of them.
const g = globalThis as unknown as { colloquyFound?: Map<string, Promise<Found>> }

async function patiently<T>(steps: Generator<void, T>): Promise<T> {
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since > BREATH_MS) {
      await new Promise(setImmediate)
      since = performance.now()
    }
  }
}

/** Votes on what was not taken out before the close. */
async function votesOf(surveyId: string): Promise<{ statements: string[]; votes: Vote[] }> {
  const { rows } = await pool().query<{ id: string; person: string | null; value: Vote['value'] | null }>({
    name: 'survey-votes',
    text: `SELECT s."id", v."membershipId" AS person, v."value" FROM "OpinionStatement" s
           JOIN "OpinionSurvey" o ON o."id" = s."surveyId" LEFT JOIN "OpinionVote" v ON v."statementId" = s."id"
           WHERE s."surveyId" = $1 AND (s."hiddenAt" IS NULL OR s."hiddenAt" > o."closedAt")`,
    values: [surveyId],
  })
  const votes = rows.flatMap(({ id, person, value }): Vote[] =>
    person !== null && value !== null ? [{ person, statement: id, value }] : [],
  )
  return { statements: rows.map((row) => row.id), votes }
}

/**
 * The groups of a closed survey. Found once and remembered: a closed survey's votes change only when somebody's data
 * is erased, which the number of votes tells.
 */
export async function foundIn(surveyId: string): Promise<Found> {
  const { statements, votes } = await votesOf(surveyId)
  const key = `${surveyId} ${votes.length} ${new Set(statements).size}`
  g.colloquyFound ??= new Map()
  const known = g.colloquyFound.get(key)
  if (known) return known
  const grid = gridOf(statements, votes)
  const voters = new Set(votes.map((v) => v.person)).size
  const finding = patiently(findGroups(grid)).then((groups): Found => ({ grid, groups, voters }))
  g.colloquyFound.set(key, finding)
  finding.catch(() => g.colloquyFound?.delete(key))
  for (const old of g.colloquyFound.keys()) if (g.colloquyFound.size > KEPT) g.colloquyFound.delete(old)
  return finding
}

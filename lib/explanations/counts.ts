import 'server-only'
import { pool } from '@/lib/db'
import type { Counts } from './rules/class'
import { RATINGS } from './rules/vocabulary'

export type CellCounts = { evidenceId: string; explanationId: string; raters: number; counts: Counts }

const COUNTS = RATINGS.map((value) => `count(*) FILTER (WHERE r."value" = '${value}')`).join(', ')
const COUNTED = `r."evidenceId", r."explanationId", count(*)::int AS raters, ARRAY[${COUNTS}]::int[] AS counts`

/**
 * How often each rating was given, for all cells of a course that anybody has rated. Of those who have left the course
 * too: were they left out, the count before and after would tell how they rated. For mayShow to let through.
 */
export async function courseCounts(courseId: string): Promise<CellCounts[]> {
  const { rows } = await pool().query<CellCounts>({
    name: 'matrix-counts',
    text: `SELECT ${COUNTED} FROM "Rating" r JOIN "Evidence" e ON e."id" = r."evidenceId"
           WHERE e."courseId" = $1 GROUP BY 1, 2`,
    values: [courseId],
  })
  return rows
}

/** The same for the cells that are named, each as evidence and explanation; one that nobody rates is missing. */
export async function countsOf(cells: readonly (readonly [string, string])[]): Promise<CellCounts[]> {
  const { rows } = await pool().query<CellCounts>({
    name: 'cell-counts',
    text: `SELECT ${COUNTED} FROM "Rating" r
           JOIN unnest($1::uuid[], $2::uuid[]) AS c("evidenceId", "explanationId")
             ON c."evidenceId" = r."evidenceId" AND c."explanationId" = r."explanationId" GROUP BY 1, 2`,
    values: [cells.map(([evidence]) => evidence), cells.map(([, explanation]) => explanation)],
  })
  return rows
}

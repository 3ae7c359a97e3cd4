import 'server-only'
import { pool } from '@/lib/db'

/**
 * Whole rankings of those who voted in both, sorted so that their order tells nothing. For rules/pair-moves.ts alone:
 * what a voter put where in two waves is never shown, only counted.
 */
export async function linkedRankings(
  beforeId: string,
  afterId: string,
): Promise<{ before: string[][]; after: string[][] }[]> {
  const { rows } = await pool().query<{ before: string[][]; after: string[][] }>({
    name: 'linked-rankings',
    text: `SELECT a."ranking" AS before, b."ranking" AS after
           FROM "Ballot" a JOIN "Ballot" b ON b."linkTag" = a."linkTag" AND b."pollId" = $2
           WHERE a."pollId" = $1 ORDER BY a."ranking", b."ranking"`,
    values: [beforeId, afterId],
  })
  return rows
}

import 'server-only'
import { pool } from '@/lib/db'
import type { Poll } from './heads'
import { approvals, type Cells, firstChoice, type History, toldBetween, whoever } from './rules/chain'
import { verdicts } from './rules/pair-moves'
import type { Marks } from './schema'

type Link = { before: Marks; after: Marks }
/** The ballots of those who voted in two neighbouring waves, nobody named; none where they would tell of one or two. */
export type Links = {
  /** Shared first choices are left out. */
  firsts: { before: string; after: string }[]
  rankings: () => { before: string[][]; after: string[][] }[]
  points: Link[]
}

/**
 * What each voter said in each of the waves, in the order of what was said: the tags that join them stay in the
 * database. To be counted only.
 */
async function historiesOf(ids: string[]): Promise<History[]> {
  const { rows } = await pool().query<{ said: Record<string, Marks> }>({
    name: 'linked-ballots',
    text: `SELECT jsonb_object_agg("pollId", jsonb_build_object('ranking', "ranking", 'scores', "scores")) AS said
           FROM "Ballot" WHERE "pollId" = ANY($1::uuid[]) GROUP BY "linkTag" ORDER BY 1`,
    values: [ids],
  })
  return rows.map(({ said }) => ids.map((id) => said[id] ?? null))
}

/** A wave joined to the one before it in its chain (rules/chain.ts); null where none stands there. */
export async function linksTo(chain: Poll[], afterId: string): Promise<Links | null> {
  const at = chain.findIndex((wave) => wave.id === afterId)
  const after = chain[at]
  if (!after || at < 1) return null
  const codes = after.options.map((o) => o.code)
  const histories = await historiesOf(chain.slice(0, at + 1).map((wave) => wave.id))
  const linked = (cells: Cells): Link[] => {
    if (!toldBetween(histories, at + 1, cells)[at - 1]) return []
    const pairs = histories.map((h) => ({ before: h[at - 1] ?? null, after: h[at] ?? null }))
    return pairs.flatMap(({ before: was, after: is }) =>
      was && is && cells(was).length > 0 && cells(is).length > 0 ? [{ before: was, after: is }] : [],
    )
  }
  return {
    firsts: linked(firstChoice).map((l) => ({ before: topOf(l.before), after: topOf(l.after) })),
    rankings: () =>
      linked(verdicts(codes)).map((l) => ({ before: l.before.ranking, after: l.after.ranking })),
    points: linked(after.method === 'APPROVAL' ? approvals(codes) : whoever),
  }
}

const topOf = ({ ranking }: Marks): string => ranking[0]?.[0] ?? ''

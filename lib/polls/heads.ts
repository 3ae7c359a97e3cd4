import 'server-only'
import { db, pool } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, memberIds } from '@/lib/policy'
import type { PollHead, PollOptionDto } from './schema'

/** Named one by one: a key must never travel further than it has to. */
const POLL_SELECT = {
  id: true,
  slug: true,
  seriesId: true,
  debateId: true,
  wave: true,
  waveIndex: true,
  question: true,
  method: true,
  rule: true,
  importedFrom: true,
  resolution: true,
  hiddenUntilClose: true,
  opensAt: true,
  closedAt: true,
  series: { select: { title: true } },
  options: {
    orderBy: { position: 'asc' },
    select: {
      position: true,
      code: true,
      label: true,
      shortLabel: true,
      explanation: { select: { code: true, position: true } },
    },
  },
} satisfies Prisma.PollSelect

type PollRow = Prisma.PollGetPayload<{ select: typeof POLL_SELECT }>
type Turnout = { voted: number; of: number; mine: boolean }
export type Poll = PollHead & { options: PollOptionDto[] }

const SIDES = ['for', 'against', 'undecided']

function optionOf({
  code,
  label,
  shortLabel,
  position,
  explanation,
}: PollRow['options'][number]): PollOptionDto {
  const place = ((explanation?.position ?? position) - 1) % 6
  const hue = !explanation && SIDES.includes(code) ? code : `h${place + 1}`
  return { code, label, shortLabel, hue, explanation: explanation?.code ?? null }
}

function headOf({ series, options, opensAt, closedAt, ...rest }: PollRow, turnout: Turnout): Poll {
  return {
    ...rest,
    ...turnout,
    series: series.title,
    opensAt: opensAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    options: options.map(optionOf),
  }
}

/** How many ballots came from a file, where they did. */
async function importedSizes(ids: string[]): Promise<Map<string, number>> {
  const { rows } = await pool().query<{ id: string; ballots: number }>({
    name: 'poll-imported',
    text: `SELECT p."id", (SELECT count(*)::int FROM "Ballot" b WHERE b."pollId" = p."id") AS ballots
           FROM "Poll" p WHERE p."id" = ANY($1::uuid[]) AND p."importedFrom" IS NOT NULL`,
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, row.ballots]))
}

/** Votes and voters by poll; those who have left since, or changed their role, still count as having had a vote. */
async function turnoutOf(actor: Actor, courseId: string, ids: string[]): Promise<(id: string) => Turnout> {
  const { rows } = await pool().query<{ id: string; voted: number; gone: number; mine: boolean }>({
    name: 'poll-turnout',
    text: `SELECT pa."pollId" AS id, count(*)::int AS voted, bool_or(pa."membershipId" = ANY($2::uuid[])) AS mine,
             (count(*) FILTER (WHERE m."role" <> 'STUDENT' OR m."removedAt" IS NOT NULL))::int AS gone
           FROM "Participation" pa JOIN "Membership" m ON m."id" = pa."membershipId"
           WHERE pa."pollId" = ANY($1::uuid[]) GROUP BY pa."pollId"`,
    values: [ids, memberIds(actor)],
  })
  const files = await importedSizes(ids)
  const students = await db.membership.count({ where: { courseId, role: 'STUDENT', removedAt: null } })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (id) => {
    const { voted = 0, gone = 0, mine = false } = byId.get(id) ?? {}
    const file = files.get(id)
    if (file !== undefined) return { voted: file, mine: false, of: file }
    return { voted, mine, of: students + gone }
  }
}

/** Polls of a course as pages know them, newest first. */
export async function loadPolls(
  actor: Actor,
  courseId: string,
  where: Prisma.PollWhereInput,
): Promise<Poll[]> {
  const rows = await db.poll.findMany({
    where: { AND: [{ courseId }, where] },
    select: POLL_SELECT,
    orderBy: [{ opensAt: 'desc' }, { id: 'desc' }],
  })
  const turnout = await turnoutOf(
    actor,
    courseId,
    rows.map((row) => row.id),
  )
  return rows.map((row) => headOf(row, turnout(row.id)))
}

import 'server-only'
import type { Tx } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Anchored, type Carried, carryAnchors, type RevisedTexts } from './rules/carry-anchors'

/** How many notes were placed in each way. */
export type Tally = { notes: number; uncertain: number; orphaned: number }

/**
 * Carries every note on words of the revised sections, deleted ones too (they can be restored), in the caller's
 * transaction, which holds those sections locked: one read, one comparison of the texts, one write. Authors hear of
 * the notes that could not be placed surely.
 */
export async function carryNotes(tx: Tx, texts: RevisedTexts, at: Date): Promise<Tally> {
  const anchors = await tx.$queryRaw<Anchored[]>`
    SELECT "id", "sectionId", "start", "end", "version", "placement", "exact", coalesce("prefix", '') AS prefix,
      coalesce("suffix", '') AS suffix
    FROM "Note" WHERE "sectionId" = ANY(${texts.before.map((t) => t.id)}::uuid[]) AND "threadId" IS NULL
      AND "exact" IS NOT NULL AND "start" IS NOT NULL AND "end" IS NOT NULL`
  const carried = carryAnchors(anchors, texts)
  await writeSeats(tx, carried)
  const was = new Map(anchors.map((anchor) => [anchor.id, anchor]))
  const moved = carried.filter((c) => c.sectionId !== was.get(c.id)?.sectionId)
  if (moved.length) await bringReplies(tx, moved)
  const doubtful = carried.filter((c) => isDoubtful(c) && c.placement !== was.get(c.id)?.placement)
  if (doubtful.length) await tellAuthors(tx, doubtful, at)
  const count = (state: Carried['placement']) => carried.filter((c) => c.placement === state).length
  return { notes: carried.length, uncertain: count('UNCERTAIN'), orphaned: count('ORPHANED') }
}

const isDoubtful = ({ placement }: Carried): boolean => placement === 'UNCERTAIN' || placement === 'ORPHANED'

async function writeSeats(tx: Tx, carried: readonly Carried[]): Promise<void> {
  const list = <T>(of: (c: Carried) => T): T[] => carried.map(of)
  await tx.$executeRaw`
    UPDATE "Note" n SET "sectionId" = d."sectionId", "start" = d."start", "end" = d."end", "version" = d."version",
      "placement" = d."placement"::"Placement"
    FROM unnest(${list((c) => c.id)}::uuid[], ${list((c) => c.sectionId)}::uuid[], ${list((c) => c.start)}::int[],
      ${list((c) => c.end)}::int[], ${list((c) => c.version)}::int[], ${list((c) => c.placement)}::text[])
      AS d("id", "sectionId", "start", "end", "version", "placement")
    WHERE n."id" = d."id"`
}

async function bringReplies(tx: Tx, moved: readonly Carried[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Note" n SET "sectionId" = d."sectionId"
    FROM unnest(${moved.map((c) => c.id)}::uuid[], ${moved.map((c) => c.sectionId)}::uuid[]) AS d("id", "sectionId")
    WHERE n."threadId" = d."id"`
}

/** A note may be doubtful again after a second revision: then it is news again. */
async function tellAuthors(tx: Tx, doubtful: readonly Carried[], at: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Notification" ("id", "membershipId", "kind", "noteId", "createdAt")
    SELECT gen_random_uuid(), m."id", 'PLACEMENT', n."id", ${at}
    FROM "Note" n JOIN "Membership" m ON m."id" = n."authorId" AND m."removedAt" IS NULL
    WHERE n."id" = ANY(${doubtful.map((c) => c.id)}::uuid[]) AND n."deletedAt" IS NULL
    ON CONFLICT ("membershipId", "kind", "noteId") DO UPDATE SET "createdAt" = ${at}, "readAt" = NULL, "mailedAt" = NULL`
}

type Passage = Omit<Anchored, 'placement'>

/** What rests on words of a reading beside notes: a claim's sources, and rows of the evidence matrix. */
const RESTING = ['ClaimSource', 'Evidence'] as const

/**
 * Carries the passages that claims and observations rest on by the same rule. They have no placement of their own: one
 * whose words cannot be found surely keeps the words and points to the section without saying where.
 */
export async function carryPassages(tx: Tx, texts: RevisedTexts): Promise<void> {
  for (const table of RESTING) await carryIn(tx, Prisma.raw(`"${table}"`), texts)
}

async function carryIn(tx: Tx, table: Prisma.Sql, texts: RevisedTexts): Promise<void> {
  const ids = texts.before.map((text) => text.id)
  const versions = texts.before.map((text) => text.version)
  const passages = await tx.$queryRaw<Passage[]>`
    SELECT c."id", c."sectionId", coalesce(c."start", 0) AS start, coalesce(c."end", 0) AS end, c."exact",
      coalesce(c."prefix", '') AS prefix, coalesce(c."suffix", '') AS suffix,
      CASE WHEN c."start" IS NULL THEN 0 ELSE d."version" END AS version
    FROM ${table} c JOIN unnest(${ids}::uuid[], ${versions}::int[]) AS d("id", "version") ON d."id" = c."sectionId"
    WHERE c."exact" IS NOT NULL`
  const carried = carryAnchors(
    passages.map((p) => ({ ...p, placement: p.version === 0 ? 'ORPHANED' : 'EXACT' })),
    texts,
  )
  const list = <T>(of: (c: Carried) => T): T[] => carried.map(of)
  const known = <T>(value: (c: Carried) => T) => list((c) => (isDoubtful(c) ? null : value(c)))
  await tx.$executeRaw`
    UPDATE ${table} c SET "sectionId" = d."sectionId", "start" = d."start", "end" = d."end"
    FROM unnest(${list((c) => c.id)}::uuid[], ${list((c) => c.sectionId)}::uuid[], ${known((c) => c.start)}::int[],
      ${known((c) => c.end)}::int[]) AS d("id", "sectionId", "start", "end")
    WHERE c."id" = d."id"`
}

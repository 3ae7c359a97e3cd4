import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, visibleReadings } from '@/lib/policy'
import type { DraftSection } from './draft-schema'
import { draftProblems, pagesOf, sectionsOf } from './rules/pages'
import { planRevision, type RevisionPlan, type Standing, type Written } from './rules/revision'
import { type BeginRevision, RevisedSection, type SectionBlock } from './schema'

/** Retired sections leave the contents and keep an address: 1001 and on. */
const RETIRED_FROM = 1001

type Row = Standing & { retiredAt: Date | null }

/** The sections of a reading, locked in one order so that two who publish at once wait for each other. */
async function lockedSections(tx: Tx, readingId: string): Promise<Row[]> {
  await tx.$queryRaw`SELECT 1 FROM "Reading" WHERE "id" = ${readingId}::uuid FOR NO KEY UPDATE`
  return tx.$queryRaw<Row[]>`
    SELECT "id", "version", "position", "heading", "text", "blocks", "retiredAt" FROM "Section"
    WHERE "readingId" = ${readingId}::uuid ORDER BY "position", "id" FOR UPDATE`
}

/**
 * Makes a draft of a published reading, its sections as they stand; or finds the one that is being worked on. Errors:
 * NOT_FOUND, FORBIDDEN.
 */
export async function beginRevision(
  actor: Actor,
  { readingId }: BeginRevision,
): Promise<{ draftId: string }> {
  const reading = await db.reading.findFirst({
    where: { AND: [{ id: readingId }, visibleReadings(actor)] },
    select: { courseId: true, title: true, byline: true },
  })
  if (!reading) throw new AppError('NOT_FOUND')
  authoriseMember(actor, 'reading.edit', reading.courseId)
  return transaction(async (tx) => {
    // one after the other, so that two who begin at once share a draft
    const sections = await lockedSections(tx, readingId)
    const open = await tx.readingDraft.findFirst({ where: { readingId }, select: { id: true } })
    if (open) return { draftId: open.id }
    const { id } = await tx.readingDraft.create({
      data: {
        ...reading,
        readingId,
        sections: sections.filter((s) => s.retiredAt === null).flatMap(asDrafted),
        createdAt: actor.at,
        savedAt: actor.at,
      },
      select: { id: true },
    })
    return { draftId: id }
  })
}

const asDrafted = ({ id, version, heading, blocks }: Standing): DraftSection[] =>
  sectionsOf({ id, version, heading, blocks })

export type Draft = { id: string; readingId: string; title: string; byline: string; sections: unknown }
export type Added = Written & { id: string }
/** What a revision did: `addresses` says where each section is read from now on, retired ones too. */
export type Revision = Omit<RevisionPlan, 'added' | 'stale'> & {
  before: Map<string, Standing>
  added: Added[]
  addresses: Map<string, number>
}

/** The pages that the draft makes, or INVALID with the sentence beside the draft's section that it is about. */
export function draftedSections(sections: unknown): RevisedSection[] {
  const pages = pagesOf(sections as DraftSection[])
  const parsed = z.array(RevisedSection).min(1, 'A reading needs a section.').safeParse(pages)
  if (parsed.success) return parsed.data
  const fields = Object.fromEntries(
    parsed.error.issues.map(({ path: [page, ...rest], message }) => {
      const section = pages[Number(page)]?.from
      return [['sections', ...(section === undefined ? [] : [section]), ...rest].join('.'), message]
    }),
  )
  throw new AppError('INVALID', parsed.error.issues[0]?.message, { fields })
}

/**
 * Writes the draft over the reading in the caller's transaction and holds its sections locked until the commit: each
 * changed text becomes an earlier version, sections that the draft lacks are retired. What is anchored in the texts is
 * the caller's to carry (lib/discussion/revise.ts). Errors: INVALID, CONFLICT (made from another version).
 */
export async function writeRevision(tx: Tx, draft: Draft, at: Date): Promise<Revision> {
  const drafted = draftedSections(draft.sections)
  const names = draftProblems(draft.title, draft.byline, [])
  if (Object.keys(names).length) throw new AppError('INVALID', Object.values(names)[0], { fields: names })
  const rows = await lockedSections(tx, draft.readingId)
  const standing = rows.filter((row) => row.retiredAt === null)
  const plan = planRevision(standing, drafted)
  if (plan.stale)
    throw new AppError('CONFLICT', 'The reading was revised after this draft was begun. Begin again from it.')
  const added = plan.added.map((section) => ({ id: uuidv7(), ...section }))
  const retired = plan.retired.map((section, i) => ({ id: section.id, position: firstFree(rows) + i }))
  await keepVersions(
    tx,
    plan.kept.flatMap((s) => (s.textChanged ? s.id : [])),
    at,
  )
  await clearPositions(tx, draft.readingId)
  await retire(tx, retired, at)
  await overwrite(tx, plan.kept)
  await tx.section.createMany({ data: added.map((section) => ({ ...section, readingId: draft.readingId })) })
  const { title, byline, readingId } = draft
  await tx.reading.update({
    where: { id: readingId },
    data: { title: title.trim(), byline: byline.trim() },
    select: { id: true },
  })
  const addresses = new Map([...plan.kept, ...added, ...retired].map((s) => [s.id, s.position]))
  return {
    kept: plan.kept,
    retired: plan.retired,
    added,
    addresses,
    before: new Map(standing.map((section) => [section.id, section])),
  }
}

const firstFree = (rows: readonly Row[]): number =>
  Math.max(RETIRED_FROM, ...rows.filter((row) => row.retiredAt !== null).map((row) => row.position + 1))

async function keepVersions(tx: Tx, ids: string[], at: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "SectionVersion" ("sectionId", "version", "heading", "text", "blocks", "createdAt")
    SELECT "id", "version", "heading", "text", "blocks", ${at} FROM "Section" WHERE "id" = ANY(${ids}::uuid[])`
}

/** No two sections of a reading have one position, not even between two statements. */
async function clearPositions(tx: Tx, readingId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Section" SET "position" = -"position"
    WHERE "readingId" = ${readingId}::uuid AND "retiredAt" IS NULL`
}

async function retire(tx: Tx, sections: { id: string; position: number }[], at: Date): Promise<void> {
  await tx.$executeRaw`UPDATE "Section" s SET "retiredAt" = ${at}, "position" = d."position"
    FROM unnest(${sections.map((s) => s.id)}::uuid[], ${sections.map((s) => s.position)}::int[]) AS d("id", "position")
    WHERE s."id" = d."id"`
}

type Overwritten = {
  id: string
  position: number
  version: number
  heading: string
  text: string
  blocks: SectionBlock[]
}

async function overwrite(tx: Tx, sections: readonly Overwritten[]): Promise<void> {
  const list = <T>(of: (section: Overwritten) => T): T[] => sections.map(of)
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Section" s SET "position" = d."position", "version" = d."version", "heading" = d."heading",
      "text" = d."text", "blocks" = d."blocks"::jsonb
    FROM unnest(${list((s) => s.id)}::uuid[], ${list((s) => s.position)}::int[], ${list((s) => s.version)}::int[],
      ${list((s) => s.heading)}::text[], ${list((s) => s.text)}::text[],
      ${list((s) => JSON.stringify(s.blocks))}::text[]) AS d("id", "position", "version", "heading", "text", "blocks")
    WHERE s."id" = d."id"`)
}

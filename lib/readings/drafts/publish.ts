import 'server-only'
import { freeSlug, slugOf } from '@/lib/courses/rules/slug'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, visibleReadings } from '@/lib/policy'
import { createReading } from '../commands'
import type { DraftAt, DraftSection } from '../draft-schema'
import { draftProblems, pagesOf } from '../rules/pages'
import { lockedDraft } from './commands'

/** Pages beside the readings' own, which a reading must not hide (app/courses/[course]/readings). */
const RESERVED = ['import', 'drafts']

type Published = { id: string; slug: string }

/**
 * Makes a reading of a draft; the draft goes. The reading takes the draft's id, so that a request sent twice finds what
 * the first one made. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (a stale window), INVALID (beside the fields).
 */
export async function publishDraft(actor: Actor, { id, revision }: DraftAt): Promise<Published> {
  const before = await publishedFrom(actor, id)
  if (before) return before
  try {
    return await transaction((tx) => publishIn(tx, actor, id, revision))
  } catch (error) {
    // Two at once: the other one was first.
    const other = await publishedFrom(actor, id)
    if (other) return other
    throw error
  }
}

const publishedFrom = (actor: Actor, id: string): Promise<Published | null> =>
  db.reading.findFirst({ where: { AND: [{ id }, visibleReadings(actor)] }, select: { id: true, slug: true } })

async function publishIn(tx: Tx, actor: Actor, id: string, revision: number): Promise<Published> {
  const draft = await lockedDraft(tx, actor, id, revision)
  if (draft.readingId)
    throw new AppError('INVALID', 'This draft revises a reading that is published already.')
  const sections = draft.sections as DraftSection[]
  const fields = draftProblems(draft.title, draft.byline, sections)
  if (Object.keys(fields).length > 0)
    throw new AppError('INVALID', 'Some of this needs another look before it can be published.', { fields })
  const pages = pagesOf(sections)
  const slug = await readingSlug(tx, draft.courseId, draft.title)
  const made = await createReading(tx, actor, id, {
    courseId: draft.courseId,
    slug,
    title: draft.title.trim(),
    byline: draft.byline.trim(),
    about: '',
    sections: pages.map(({ heading, blocks }) => ({ code: '', heading, status: '', blocks, prompts: [] })),
  })
  await tx.readingDraft.delete({ where: { id }, select: { id: true } })
  return made
}

/** Readings of one course are added one after the other, so that two with one title get two addresses. */
async function readingSlug(tx: Tx, courseId: string, title: string): Promise<string> {
  await tx.$queryRaw`SELECT 1 FROM "Course" WHERE "id" = ${courseId}::uuid FOR UPDATE`
  const taken = await tx.reading.findMany({ where: { courseId }, select: { slug: true } })
  return freeSlug(slugOf(title, 'reading'), new Set([...RESERVED, ...taken.map((r) => r.slug)]))
}

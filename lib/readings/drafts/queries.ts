import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, visibleReadingDrafts } from '@/lib/policy'
import type { DraftDto, DraftSection, DraftSummary } from '../draft-schema'

/** A draft as its editor takes it up. Staff alone find one. */
export async function draftOf(actor: Actor, id: string, courseId?: string): Promise<DraftDto> {
  const draft = await db.readingDraft.findFirst({
    where: { AND: [{ id, ...(courseId ? { courseId } : {}) }, visibleReadingDrafts(actor)] },
  })
  if (!draft) throw new AppError('NOT_FOUND')
  const { readingId, title, byline, revision, savedAt } = draft
  return {
    id,
    readingId,
    title,
    byline,
    revision,
    savedAt: savedAt.toISOString(),
    sections: draft.sections as DraftSection[],
    warnings: draft.warnings as string[],
  }
}

/** What has been read and not yet published, the newest first. */
export async function listDrafts(actor: Actor, courseId: string): Promise<DraftSummary[]> {
  const drafts = await db.readingDraft.findMany({
    where: { AND: [{ courseId }, visibleReadingDrafts(actor)] },
    orderBy: { savedAt: 'desc' },
    select: { id: true, title: true, savedAt: true, readingId: true },
  })
  return drafts.map(({ savedAt, readingId, ...draft }) => ({
    ...draft,
    savedAt: savedAt.toISOString(),
    revises: readingId !== null,
  }))
}

import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { ReadingDraft } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, visibleReadingDrafts } from '@/lib/policy'
import type { DraftId, DraftSection, SaveDraft } from '../draft-schema'

const STALE = 'This draft was changed in another window. Load it again.'

/** The draft with its row locked, as the actor may change it. Errors: NOT_FOUND; CONFLICT where `revision` is old. */
export async function lockedDraft(
  tx: Tx,
  actor: Actor,
  id: string,
  revision?: number,
): Promise<ReadingDraft> {
  await tx.$queryRaw`SELECT 1 FROM "ReadingDraft" WHERE "id" = ${id}::uuid FOR UPDATE`
  const draft = await tx.readingDraft.findFirst({ where: { AND: [{ id }, visibleReadingDrafts(actor)] } })
  if (!draft) throw new AppError('NOT_FOUND')
  authoriseMember(actor, 'reading.edit', draft.courseId)
  if (revision !== undefined && draft.revision !== revision) throw new AppError('CONFLICT', STALE)
  return draft
}

/** A number stands for the section at that place in the version that is saved. */
function composed(saved: DraftSection[], sent: SaveDraft['sections']): DraftSection[] {
  return sent.map((section) => {
    if (typeof section !== 'number') return section
    const kept = saved[section]
    if (!kept) throw new AppError('INVALID', 'A section that is kept is not in the draft.')
    return kept
  })
}

/** Saves what the editor holds. The member's own work until it is published: no event. */
export async function saveDraft(
  actor: Actor,
  { id, revision, title, byline, sections }: SaveDraft,
): Promise<{ revision: number; savedAt: string }> {
  return transaction(async (tx) => {
    const draft = await lockedDraft(tx, actor, id, revision)
    const saved = draft.sections as DraftSection[]
    await tx.readingDraft.update({
      where: { id },
      data: {
        title,
        byline,
        sections: composed(saved, sections),
        revision: revision + 1,
        savedAt: actor.at,
      },
      select: { id: true },
    })
    return { revision: revision + 1, savedAt: actor.at.toISOString() }
  })
}

/** Throws a draft away; what is published stays. */
export async function deleteDraft(actor: Actor, { id }: DraftId): Promise<{ id: string }> {
  const draft = await db.readingDraft.findFirst({
    where: { AND: [{ id }, visibleReadingDrafts(actor)] },
    select: { courseId: true },
  })
  if (!draft) throw new AppError('NOT_FOUND')
  authoriseMember(actor, 'reading.edit', draft.courseId)
  await db.readingDraft.deleteMany({ where: { id } })
  return { id }
}

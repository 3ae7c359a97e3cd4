import 'server-only'
import { transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Note } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember } from '@/lib/policy'
import { change, noteFor } from './commands'
import { writeReport } from './report'
import type { Moderate, NoteDto, ReportNote } from './schema'

const CHANGES: Record<Moderate['act'], (at: Date, reason: string) => Partial<Note>> = {
  HIDE: (hiddenAt, hiddenReason) => ({ hiddenAt, hiddenReason }),
  SHOW: () => ({ hiddenAt: null, hiddenReason: '' }),
  LOCK: (lockedAt) => ({ lockedAt }),
  UNLOCK: () => ({ lockedAt: null }),
  PIN: (pinnedAt) => ({ pinnedAt }),
  UNPIN: () => ({ pinnedAt: null }),
}

/**
 * Hides a note (its author and the staff still see it, with the reason), closes a thread to further replies, keeps a
 * thread on top of the list; or the opposite. Said in the audit log. Errors: NOT_FOUND, FORBIDDEN, INVALID (a reply
 * is neither locked nor pinned).
 */
export async function moderate(actor: Actor, { id, act, reason }: Moderate): Promise<NoteDto> {
  const note = await noteFor(actor, id)
  const member = authoriseMember(actor, 'note.moderate', note.courseId)
  if (note.threadId && act !== 'HIDE' && act !== 'SHOW')
    throw new AppError('INVALID', 'Only a whole thread can be locked or pinned. Go to its first note.')
  const what = { type: 'note.moderated', payload: { act } } as const
  return change(actor, member, note, what, CHANGES[act](actor.at, reason))
}

/**
 * Asks the staff to look at a note. Who asked is told to the staff alone. Errors: NOT_FOUND, FORBIDDEN (one's own
 * note).
 */
export async function reportNote(actor: Actor, { id, reason }: ReportNote): Promise<{ reported: true }> {
  const note = await noteFor(actor, id)
  const { authorId, courseId } = note
  const member = authoriseMember(actor, 'report.make', courseId, { authorId })
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Note" WHERE "id" = ${id}::uuid FOR UPDATE`
    await writeReport(tx, { actor, member, about: { noteId: id }, scopeId: note.sectionId, reason })
  })
  return { reported: true }
}

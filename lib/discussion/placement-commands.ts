import 'server-only'
import { type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import type { Note, Section } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember } from '@/lib/policy'
import { anchorIn } from './anchor-in'
import { audienceOf, noteFor } from './commands'
import { noteDto } from './queries'
import type { ConfirmPlacement, MoveAnchor, NoteDto, NoteId } from './schema'

type Here = Pick<Section, 'text' | 'version' | 'retiredAt'>
type Rule = (note: Note, section: Here) => Partial<Note> | Promise<Partial<Note>>

const REVISED = 'The text was revised while you looked. Load the new version and look again.'

/** The section before the note, as publishing a revision locks them: neither waits for the other. */
async function locked(tx: Tx, { id, sectionId }: Note): Promise<{ now: Note; section: Here }> {
  const [section] = await tx.$queryRaw<Here[]>`
    SELECT "text", "version", "retiredAt" FROM "Section" WHERE "id" = ${sectionId}::uuid FOR KEY SHARE`
  await tx.$queryRaw`SELECT 1 FROM "Note" WHERE "id" = ${id}::uuid FOR UPDATE`
  const now = await tx.note.findUnique({ where: { id } })
  if (!section || !now || now.deletedAt || now.sectionId !== sectionId)
    throw new AppError('CONFLICT', REVISED)
  return { now, section }
}

async function settle(actor: Actor, id: string, rule: Rule): Promise<NoteDto> {
  const note = await noteFor(actor, id)
  const member = authoriseMember(actor, 'note.place', note.courseId, { authorId: note.authorId })
  if (note.exact === null) throw new AppError('INVALID', 'This note is not about words of the text.')
  await transaction(async (tx) => {
    const { now, section } = await locked(tx, note)
    const data = await rule(now, section)
    if (!Object.keys(data).length) return
    await tx.note.update({ where: { id }, data, select: { id: true } })
    await tx.notification.updateMany({
      where: { noteId: id, kind: 'PLACEMENT', readAt: null },
      data: { readAt: actor.at },
    })
    await recordEvent(tx, {
      ...audienceOf(now),
      courseId: now.courseId,
      type: 'note.placed',
      actorId: member.id,
      subjectId: id,
      scopeId: now.sectionId,
      at: actor.at,
    })
  })
  return noteDto(id)
}

/** "Is this note still about these words?" Yes. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (revised since). */
export const confirmPlacement = (actor: Actor, { id, version }: ConfirmPlacement): Promise<NoteDto> =>
  settle(actor, id, (note) => {
    if (note.placement === 'ORPHANED' || note.version !== version) throw new AppError('CONFLICT', REVISED)
    return note.placement === 'UNCERTAIN' ? { placement: 'MOVED' } : {}
  })

/** Puts the note on other words. Errors: NOT_FOUND, FORBIDDEN, INVALID (no such words), CONFLICT. */
export const moveAnchor = (actor: Actor, { id, version, anchor }: MoveAnchor): Promise<NoteDto> =>
  settle(actor, id, ({ sectionId, courseId }, { retiredAt, ...section }) =>
    anchorIn(sectionId, { ...section, courseId, retired: retiredAt !== null }, anchor, version),
  )

/** "It is not about anything here any more": the note keeps the words that it was about. Errors: NOT_FOUND, FORBIDDEN. */
export const orphan = (actor: Actor, { id }: NoteId): Promise<NoteDto> =>
  settle(actor, id, ({ placement }) => (placement === 'ORPHANED' ? {} : { placement: 'ORPHANED' }))

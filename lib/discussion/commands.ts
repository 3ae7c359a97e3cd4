import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type AudienceOf, type NewEvent, recordEvent } from '@/lib/events'
import type { Note } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, isStaffRole, type Member, visibleNotes } from '@/lib/policy'
import { anchorIn } from './anchor-in'
import { bodyFor, writeTagsAndMentions } from './body'
import { insertNote } from './insert-note'
import { notify } from './notify'
import { noteDto, sectionFor } from './queries'
import type { AssessNotes, EditNote, NoteDto, NoteId, PostNote, Visibility } from './schema'

type Place = Pick<Note, 'threadId' | 'parentId' | 'promptId' | 'visibility' | 'groupId'>

/** Who hears of a note: those who may see it. A private note's author hears of it in their other windows. */
export function audienceOf(note: Pick<Note, 'visibility' | 'groupId' | 'authorId'>): AudienceOf {
  if (note.visibility === 'PRIVATE') return { audience: 'PERSON', audienceId: note.authorId }
  if (note.visibility === 'GROUP' && note.groupId) return { audience: 'GROUP', audienceId: note.groupId }
  return { audience: 'EVERYONE' }
}

function ownPlace(member: Member, visibility: Visibility, promptId: string | null): Place {
  if (visibility === 'GROUP' && !member.groupId)
    throw new AppError('INVALID', 'You are in no group of this course.', {
      fields: { visibility: 'You are in no group.' },
    })
  return {
    threadId: null,
    parentId: null,
    promptId,
    visibility,
    groupId: visibility === 'GROUP' ? member.groupId : null,
  }
}

/** A reply is where its thread is now, and as visible as its thread is; the page may be older than a revision. */
async function replyPlace(
  actor: Actor,
  parentId: string,
): Promise<{ place: Place; sectionId: string; locked: boolean }> {
  const parent = await db.note.findFirst({
    where: { AND: [{ id: parentId, deletedAt: null }, visibleNotes(actor)] },
    select: {
      ...{ id: true, sectionId: true, threadId: true, visibility: true, groupId: true, lockedAt: true },
      thread: { select: { lockedAt: true } },
    },
  })
  if (!parent) throw new AppError('NOT_FOUND')
  const { id, sectionId, threadId, visibility, groupId } = parent
  const locked = (parent.thread?.lockedAt ?? parent.lockedAt) !== null
  return {
    sectionId,
    locked,
    place: { threadId: threadId ?? id, parentId: id, promptId: null, visibility, groupId },
  }
}

async function requirePrompt(sectionId: string, promptId: string): Promise<void> {
  const prompt = await db.prompt.findFirst({ where: { id: promptId, sectionId }, select: { id: true } })
  if (!prompt) throw new AppError('NOT_FOUND')
}

/**
 * Writes a note, a post under a prompt, or a reply. Sent twice with the same id by the same author it answers twice
 * with the one note. A revision that is published meanwhile is waited for, and the note placed in its text. Errors:
 * NOT_FOUND, FORBIDDEN, INVALID (words that the section does not have), CONFLICT.
 */
export async function postNote(actor: Actor, input: PostNote): Promise<NoteDto> {
  const sent = { ...input, id: input.id ?? uuidv7() }
  const first = await tryPost(actor, sent)
  if (first.written) return first.written
  const before = await sentBefore(sent.id, first.member)
  if (before) return before
  const { written } = await tryPost(actor, { version: first.version, ...sent })
  if (!written) throw new AppError('CONFLICT')
  return written
}

type Tried = { written: NoteDto | null; member: Member; version: number }

async function tryPost(actor: Actor, input: PostNote & { id: string }): Promise<Tried> {
  const reply = input.parentId ? await replyPlace(actor, input.parentId) : null
  const sectionId = reply?.sectionId ?? input.sectionId
  const section = await sectionFor(actor, sectionId)
  const { courseId, version } = section
  const member = authoriseMember(actor, 'note.write', courseId)
  if (input.promptId) await requirePrompt(sectionId, input.promptId)
  if (reply?.locked && !isStaffRole(member.role))
    throw new AppError('CLOSED', 'This thread is locked: nothing more can be added to it.')
  const place = reply?.place ?? ownPlace(member, input.visibility, input.promptId ?? null)
  const note = {
    version,
    ...place,
    ...(input.anchor ? await anchorIn(sectionId, section, input.anchor, input.version) : {}),
    id: input.id,
    courseId,
    sectionId,
    section,
    authorId: member.id,
    kind: reply ? ('REPLY' as const) : input.kind,
    ...(await bodyFor(member, input.body, place)),
    createdAt: actor.at,
  }
  const written = await insertNote(note, {
    ...audienceOf(note),
    courseId,
    type: 'note.posted',
    actorId: member.id,
    subjectId: input.id,
    scopeId: sectionId,
    at: actor.at,
  })
  return { written, member, version }
}

/** The same request came twice: answer with the note that it made. Another's id is a conflict and tells nothing. */
async function sentBefore(id: string, member: Member): Promise<NoteDto | null> {
  const note = await db.note.findUnique({ where: { id }, select: { authorId: true } })
  if (note && note.authorId !== member.id) throw new AppError('CONFLICT')
  return note ? noteDto(id) : null
}

export async function noteFor(actor: Actor, id: string, deleted = false): Promise<Note> {
  const note = await db.note.findFirst({
    where: { AND: [{ id, deletedAt: deleted ? { not: null } : null }, visibleNotes(actor)] },
  })
  if (!note) throw new AppError('NOT_FOUND')
  return note
}

/** Changes a note and tells those who see it; `also` runs in the same transaction, with the note's row locked. */
export async function change(
  actor: Actor,
  member: Member,
  note: Note,
  what: Pick<NewEvent, 'type' | 'payload'>,
  data: Partial<Note>,
  also: (tx: Tx) => Promise<unknown> = async () => {},
): Promise<NoteDto> {
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Note" WHERE "id" = ${note.id}::uuid FOR UPDATE`
    await also(tx)
    if (Object.keys(data).length) await tx.note.update({ where: { id: note.id }, data, select: { id: true } })
    await recordEvent(tx, {
      ...audienceOf(note),
      courseId: note.courseId,
      ...what,
      actorId: member.id,
      subjectId: note.id,
      scopeId: note.sectionId,
      at: actor.at,
    })
  })
  return noteDto(note.id)
}

export async function editNote(actor: Actor, { id, body }: EditNote): Promise<NoteDto> {
  const note = await noteFor(actor, id)
  const member = authoriseMember(actor, 'note.edit', note.courseId, { authorId: note.authorId })
  if (body === note.body) return noteDto(id)
  const { tags, mentioned, ...words } = await bodyFor(member, body, note)
  const data = { ...words, editedAt: actor.at }
  return change(actor, member, note, { type: 'note.edited' }, data, async (tx) => {
    await keepWording(tx, id)
    await writeTagsAndMentions(tx, id, tags, mentioned)
    await notify(tx, { kind: 'MENTION', note, actorId: member.id, mentioned, at: actor.at })
  })
}

/** What the note says up to now becomes an earlier wording. */
async function keepWording(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO "NoteRevision" ("noteId", "number", "body", "bodyHtml", "wroteAt")
    SELECT n."id", (SELECT count(*) + 1 FROM "NoteRevision" r WHERE r."noteId" = n."id"), n."body", n."bodyHtml",
      coalesce(n."editedAt", n."createdAt") FROM "Note" n WHERE n."id" = ${id}::uuid`
}

/** Takes a note away; it can be restored, and stays as a stub while replies hang on it. */
export async function deleteNote(actor: Actor, { id }: NoteId): Promise<NoteDto> {
  const note = await noteFor(actor, id)
  const member = authoriseMember(actor, 'note.delete', note.courseId, { authorId: note.authorId })
  return change(actor, member, note, { type: 'note.deleted' }, { deletedAt: actor.at })
}

export async function restoreNote(actor: Actor, { id }: NoteId): Promise<NoteDto> {
  const note = await noteFor(actor, id, true)
  const member = authoriseMember(actor, 'note.delete', note.courseId, { authorId: note.authorId })
  return change(actor, member, note, { type: 'note.restored' }, { deletedAt: null })
}

/** Notes what the staff think of posts; seen by staff alone, so no event tells of it. */
export async function assessNotes(
  actor: Actor,
  { courseId, grades }: AssessNotes,
): Promise<{ assessed: number }> {
  authoriseMember(actor, 'note.assess', courseId)
  const found = await db.note.count({ where: { courseId, id: { in: grades.map((g) => g.noteId) } } })
  if (found !== new Set(grades.map((g) => g.noteId)).size) throw new AppError('NOT_FOUND')
  await transaction(async (tx) => {
    await tx.assessment.deleteMany({ where: { noteId: { in: grades.map((g) => g.noteId) } } })
    await tx.assessment.createMany({ data: grades.map((g) => ({ ...g, createdAt: actor.at })) })
  })
  return { assessed: grades.length }
}

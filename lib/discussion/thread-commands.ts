import 'server-only'
import { db, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember } from '@/lib/policy'
import { audienceOf, change, noteFor } from './commands'
import { notify } from './notify'
import { noteDto, sectionFor } from './queries'
import type { Follow, NoteDto, React, Resolve, Visit } from './schema'

/**
 * "I have this question too" on a question, thanks on anything written; said twice it counts once. Errors: NOT_FOUND,
 * FORBIDDEN (one's own note), INVALID (this question too, of what is none).
 */
export async function react(actor: Actor, { id, kind, on }: React): Promise<NoteDto> {
  const note = await noteFor(actor, id)
  const member = authoriseMember(actor, 'note.react', note.courseId, { authorId: note.authorId })
  if (kind === 'SAME_QUESTION' && note.kind !== 'QUESTION')
    throw new AppError('INVALID', 'That is not a question.')
  if (note.kind === 'HIGHLIGHT') throw new AppError('INVALID', 'There is nothing written to thank for.')
  const key = { noteId: id, membershipId: member.id, kind }
  await transaction(async (tx) => {
    const { count } = on
      ? await tx.reaction.createMany({ data: [{ ...key, createdAt: actor.at }], skipDuplicates: true })
      : await tx.reaction.deleteMany({ where: key })
    if (count === 0) return
    await recordEvent(tx, {
      ...audienceOf(note),
      courseId: note.courseId,
      type: 'note.reacted',
      actorId: member.id,
      subjectId: id,
      scopeId: note.sectionId,
      at: actor.at,
    })
  })
  return noteDto(id)
}

/** Marks a question as resolved, or opens it again. Errors: NOT_FOUND, FORBIDDEN, INVALID (not a question). */
export async function resolve(actor: Actor, { id, resolved }: Resolve): Promise<NoteDto> {
  const note = await noteFor(actor, id)
  const member = authoriseMember(actor, 'note.resolve', note.courseId, { authorId: note.authorId })
  if (note.kind !== 'QUESTION') throw new AppError('INVALID', 'Only a question can be resolved.')
  if ((note.resolvedAt !== null) === resolved) return noteDto(id)
  const data = { resolvedAt: resolved ? actor.at : null }
  return change(actor, member, note, { type: 'note.resolved' }, data, async (tx) => {
    if (resolved) await notify(tx, { kind: 'RESOLVED', note, actorId: member.id, at: actor.at })
    else await tx.notification.deleteMany({ where: { noteId: id, kind: 'RESOLVED', readAt: null } })
  })
}

/** Hears of a thread's replies from now on, or no longer. It is the member's own business: no event. */
export async function follow(actor: Actor, { id, on }: Follow): Promise<{ threadId: string; on: boolean }> {
  const note = await noteFor(actor, id)
  const member = authoriseMember(actor, 'note.follow', note.courseId)
  const key = { threadId: note.threadId ?? note.id, membershipId: member.id }
  await db.follow.upsert({
    where: { threadId_membershipId: key },
    create: { ...key, on },
    update: { on },
  })
  return { threadId: key.threadId, on }
}

/** Remembers how far the member has seen a section's notes; it never goes back. */
export async function visit(actor: Actor, input: Visit): Promise<{ seenAt: string }> {
  const { courseId } = await sectionFor(actor, input.section)
  const member = authoriseMember(actor, 'reading.progress', courseId)
  const asked = new Date(input.seenAt)
  const seenAt = asked > actor.at ? actor.at : asked
  await db.$executeRaw`INSERT INTO "SectionVisit" ("membershipId", "sectionId", "seenAt")
    VALUES (${member.id}::uuid, ${input.section}::uuid, ${seenAt})
    ON CONFLICT ("membershipId", "sectionId") DO UPDATE SET "seenAt" = greatest("SectionVisit"."seenAt", excluded."seenAt")`
  return { seenAt: seenAt.toISOString() }
}

import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type EventType, recordEvent } from '@/lib/events'
import type { CellComment } from '@/lib/generated/prisma/client'
import { renderMarkdown } from '@/lib/markdown'
import {
  type Actor,
  authoriseMember,
  type Member,
  visibleCellComments,
  visibleEvidence,
  visibleExplanations,
} from '@/lib/policy'
import type { EditComment, PostComment, ThingId } from './schema'

type Cell = Pick<CellComment, 'evidenceId' | 'explanationId'>

/** Tells those who look at the row; which cell it is stands in the payload. */
const tell = (tx: Tx, at: Date, member: Member, type: EventType, comment: Cell & { id: string }) =>
  recordEvent(tx, {
    ...({ audience: 'EVERYONE', courseId: member.courseId, type, actorId: member.id } as const),
    ...{ subjectId: comment.id, scopeId: comment.evidenceId, at },
    payload: { explanationId: comment.explanationId },
  })

/** The course of a cell that the actor may see, on the bench or in the table. */
async function courseOf(actor: Actor, { evidenceId, explanationId }: Cell): Promise<string> {
  const [evidence, explanation] = await Promise.all([
    db.evidence.findFirst({ where: { AND: [{ id: evidenceId }, visibleEvidence(actor)] } }),
    db.explanation.findFirst({ where: { AND: [{ id: explanationId }, visibleExplanations(actor)] } }),
  ])
  if (!evidence || evidence.courseId !== explanation?.courseId) throw new AppError('NOT_FOUND')
  return evidence.courseId
}

/** Writes a post under a cell. The same id sent twice by its author makes one post; another's is a CONFLICT. */
export async function postComment(actor: Actor, input: PostComment): Promise<ThingId> {
  const courseId = await courseOf(actor, input)
  const member = authoriseMember(actor, 'cell.comment', courseId)
  const { id = uuidv7(), evidenceId, explanationId, body } = input
  const comment = { id, evidenceId, explanationId, body, authorId: member.id, createdAt: actor.at }
  await transaction(async (tx) => {
    const { count } = await tx.cellComment.createMany({
      data: { ...comment, bodyHtml: renderMarkdown(body) },
      skipDuplicates: true,
    })
    if (count === 0) await requireOwn(tx, id, member)
    else await tell(tx, actor.at, member, 'cell.commented', comment)
  })
  return { id }
}

async function requireOwn(tx: Tx, id: string, member: Member): Promise<void> {
  const own = await tx.cellComment.findFirst({ where: { id, authorId: member.id }, select: { id: true } })
  if (!own) throw new AppError('CONFLICT')
}

async function commentFor(actor: Actor, id: string, deleted = false) {
  const comment = await db.cellComment.findFirst({
    where: { AND: [{ id, deletedAt: deleted ? { not: null } : null }, visibleCellComments(actor)] },
    include: { evidence: { select: { courseId: true } } },
  })
  if (!comment) throw new AppError('NOT_FOUND')
  return { ...comment, courseId: comment.evidence.courseId }
}

/** Changes one's own post. Errors: NOT_FOUND, FORBIDDEN. */
export async function editComment(actor: Actor, { id, body }: EditComment): Promise<ThingId> {
  const comment = await commentFor(actor, id)
  const member = authoriseMember(actor, 'cell.edit', comment.courseId, { authorId: comment.authorId })
  if (body === comment.body) return { id }
  await transaction(async (tx) => {
    const data = { body, bodyHtml: renderMarkdown(body), editedAt: actor.at }
    await tx.cellComment.update({ where: { id }, data, select: { id: true } })
    await tell(tx, actor.at, member, 'cell.edited', comment)
  })
  return { id }
}

async function setDeleted(actor: Actor, id: string, gone: boolean): Promise<ThingId> {
  const comment = await commentFor(actor, id, !gone)
  const member = authoriseMember(actor, 'cell.delete', comment.courseId, { authorId: comment.authorId })
  await transaction(async (tx) => {
    const data = { deletedAt: gone ? actor.at : null }
    await tx.cellComment.update({ where: { id }, data, select: { id: true } })
    await tell(tx, actor.at, member, gone ? 'cell.deleted' : 'cell.edited', comment)
  })
  return { id }
}

/** Takes a post away; `restoreComment` brings it back. For its author and the staff. */
export const deleteComment = (actor: Actor, { id }: ThingId): Promise<ThingId> => setDeleted(actor, id, true)
export const restoreComment = (actor: Actor, { id }: ThingId): Promise<ThingId> =>
  setDeleted(actor, id, false)

import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, memberIds, memberIn } from '@/lib/policy'
import type { DraftText, WritePage } from '../schema'
import { findAssignment } from './room'
import { assignmentHead, TEMPLATE, templateDto } from './shape'

const DRAFT = {
  select: {
    ...{ id: true, revision: true, savedAt: true },
    answers: { select: { text: true, field: { select: { code: true } } } },
  },
} as const satisfies { select: Prisma.CritiqueSelect }

const draftText = ({ revision, savedAt, answers }: Prisma.CritiqueGetPayload<typeof DRAFT>): DraftText => ({
  revision,
  savedAt: savedAt.toISOString(),
  answers: Object.fromEntries(answers.map((a) => [a.field.code, a.text])),
})

/** A draft is found by its author alone: stricter than visibleCritiques, which opens what was handed in to staff. */
const ownCritiques = (actor: Actor): Prisma.CritiqueWhereInput => ({ authorId: { in: memberIds(actor) } })

/** The draft as it is stored, for a window that was left behind. */
export async function draftOf(actor: Actor, id: string): Promise<DraftText> {
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND')
  const row = await db.critique.findFirst({ where: { AND: [{ id }, ownCritiques(actor)] }, ...DRAFT })
  if (!row) throw new AppError('NOT_FOUND')
  return draftText(row)
}

/** The actor's own critique for an assignment, for writing; null where it is not begun. */
export async function writePage(actor: Actor, courseId: string, slug: string): Promise<WritePage | null> {
  const assignment = await findAssignment(actor, courseId, slug)
  const authorId = memberIn(actor, courseId)?.id ?? ''
  const row = await db.critique.findFirst({
    where: { assignmentId: assignment.id, authorId },
    select: {
      ...DRAFT.select,
      submittedAt: true,
      template: TEMPLATE,
      submissions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  if (!row) return null
  const { submittedAt, submissions } = row
  return {
    id: row.id,
    assignment: assignmentHead(assignment, actor.at),
    template: templateDto(row.template),
    draft: draftText(row),
    submitted: submittedAt && { number: submissions[0]?.number ?? 0, at: submittedAt.toISOString() },
  }
}

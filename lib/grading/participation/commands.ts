import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type EventType, recordEvent } from '@/lib/events'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, type Member, visibleMembers } from '@/lib/policy'
import { participation } from '../rules/participation'
import type { OverrideParticipation, ReleaseParticipation, SetScheme } from '../schema'
import { contributionsIn } from './contributions'
import { schemeOf } from './queries'

type What = { type: EventType; subjectId?: string; payload?: Record<string, unknown> }

const toldToStaff = (tx: Tx, actor: Actor, member: Member, what: What): Promise<number> =>
  recordEvent(tx, {
    ...what,
    audience: 'STAFF',
    courseId: member.courseId,
    actorId: member.id,
    scopeId: member.courseId,
    at: actor.at,
  })

/**
 * Sets how participation becomes a mark, and whether the class sees it. Marks that have been released stay as they
 * are. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (somebody changed it first).
 */
export async function setScheme(actor: Actor, input: SetScheme): Promise<{ revision: number }> {
  const { courseId, formula, publish, revision } = input
  const member = authoriseMember(actor, 'scheme.edit', courseId)
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Course" WHERE "id" = ${courseId}::uuid FOR NO KEY UPDATE`
    const before = await tx.gradeScheme.findUnique({ where: { courseId } })
    if ((before?.revision ?? 0) !== revision) throw new AppError('CONFLICT')
    const publishedAt = publish ? (before?.publishedAt ?? actor.at) : null
    const data = { formula, revision: revision + 1, publishedAt, updatedAt: actor.at }
    await tx.gradeScheme.upsert({ where: { courseId }, create: { courseId, ...data }, update: data })
    await recordEvent(tx, {
      audience: publish ? 'EVERYONE' : 'STAFF',
      courseId,
      type: 'scheme.published',
      actorId: member.id,
      scopeId: courseId,
      payload: { formula, published: publish },
      at: actor.at,
    })
    return { revision: revision + 1 }
  })
}

const marked = (courseId: string, groupId: string | null): Prisma.MembershipWhereInput => ({
  courseId,
  role: 'STUDENT',
  removedAt: null,
  ...(groupId ? { groupId } : {}),
})

/**
 * Counts participation as it is now and tells each student their mark: the whole course, or one group. What is
 * released stays as it was counted until it is released again. Errors: NOT_FOUND (no such group), FORBIDDEN, INVALID
 * (there is no formula).
 */
export async function releaseParticipation(
  actor: Actor,
  { courseId, groupId }: ReleaseParticipation,
): Promise<{ released: number }> {
  const member = authoriseMember(actor, 'grade.release', courseId)
  if (groupId && !(await db.group.count({ where: { id: groupId, courseId } })))
    throw new AppError('NOT_FOUND')
  const scheme = await schemeOf(courseId)
  if (!scheme) throw new AppError('INVALID', 'Set the formula first.')
  return transaction(async (tx) => {
    const students = await tx.membership.findMany({ where: marked(courseId, groupId), select: { id: true } })
    const found = await contributionsIn(courseId, null)
    const upToSeq = await toldToStaff(tx, actor, member, {
      type: 'participation.released',
      payload: { groupId, students: students.length },
    })
    const rows = students.map(({ id }) => {
      const { components, centipoints } = participation(scheme.formula, id, found)
      return { membershipId: id, mark: centipoints / 100, components, upToSeq, releasedAt: actor.at }
    })
    await writeMarks(tx, rows)
    return { released: rows.length }
  })
}

type Row = {
  membershipId: string
  mark: number
  components: object
  upToSeq: number
  releasedAt: Date
}

/** All rows in one statement; an override that was set before stands. */
const writeMarks = (tx: Tx, rows: Row[]): Promise<number> =>
  tx.$executeRaw(Prisma.sql`
    INSERT INTO "ParticipationMark" ("membershipId", "mark", "components", "upToSeq", "releasedAt")
    SELECT r."membershipId", r."mark", r."components", r."upToSeq", r."releasedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("membershipId" uuid, "mark" numeric, "components" jsonb, "upToSeq" bigint, "releasedAt" timestamptz)
    ON CONFLICT ("membershipId") DO UPDATE SET "mark" = excluded."mark", "components" = excluded."components",
      "upToSeq" = excluded."upToSeq", "releasedAt" = excluded."releasedAt"`)

/** Sets a mark in place of the counted one, with a reason; null gives the counted one back. Errors: NOT_FOUND, FORBIDDEN. */
export async function overrideParticipation(
  actor: Actor,
  { membershipId, mark, reason }: OverrideParticipation,
): Promise<{ mark: number | null }> {
  const target = await db.membership.findFirst({
    where: { AND: [{ id: membershipId, role: 'STUDENT', removedAt: null }, visibleMembers(actor)] },
    select: { courseId: true },
  })
  if (!target) throw new AppError('NOT_FOUND')
  const { courseId } = target
  const member = authoriseMember(actor, 'grade.give', courseId)
  const scheme = await schemeOf(courseId)
  if (!scheme) throw new AppError('INVALID', 'Set the formula first.')
  const { components, centipoints } = participation(
    scheme.formula,
    membershipId,
    await contributionsIn(courseId, membershipId),
  )
  const override = { override: mark, overrideReason: mark === null ? '' : reason }
  await transaction(async (tx) => {
    const upToSeq = await toldToStaff(tx, actor, member, {
      type: 'grade.given',
      subjectId: membershipId,
      payload: { participation: mark, reason },
    })
    await tx.participationMark.upsert({
      where: { membershipId },
      create: { membershipId, mark: centipoints / 100, components, upToSeq, ...override },
      update: override,
    })
  })
  return { mark }
}

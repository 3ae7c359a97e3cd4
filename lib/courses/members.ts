import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type EventType, recordEvent, wakeUser } from '@/lib/events'
import type { Membership } from '@/lib/generated/prisma/client'
import { type Actor, authorise, authoriseMember, may, memberIn, visibleCourses } from '@/lib/policy'
import type { AssignGroup, EnrolMember, SetRole } from './schema'

/** Instructors manage their course; the site owner may enrol people anywhere, being no member there. */
function authoriseEnrol(actor: Actor, courseId: string): string | null {
  if (!may(actor, 'site.manage', null)) authorise(actor, 'members.manage', courseId)
  return memberIn(actor, courseId)?.id ?? null
}

async function requireGroup(courseId: string, groupId: string | null | undefined): Promise<void> {
  if (groupId && !(await db.group.findFirst({ where: { id: groupId, courseId }, select: { id: true } })))
    throw new AppError('NOT_FOUND')
}

/**
 * Makes a person a member with a role and a group, or brings back one who was removed. Whoever is a member
 * already stays as they are. Errors: NOT_FOUND, FORBIDDEN.
 */
export async function enrolMember(actor: Actor, input: EnrolMember): Promise<{ memberId: string }> {
  const actorId = authoriseEnrol(actor, input.courseId)
  const { courseId, userId, role, groupId = null } = input
  await requireGroup(courseId, groupId)
  return transaction(async (tx) => {
    const key = { courseId_userId: { courseId, userId } }
    const before = await tx.membership.findUnique({ where: key, select: { id: true, removedAt: true } })
    if (before && !before.removedAt) return { memberId: before.id }
    const { id } = await tx.membership.upsert({
      where: key,
      create: { courseId, userId, role, groupId, createdAt: actor.at },
      update: { role, groupId, removedAt: null },
      select: { id: true },
    })
    await recordEvent(tx, {
      courseId,
      type: 'member.joined',
      actorId: actorId ?? id,
      audience: 'EVERYONE',
      subjectId: id,
      at: actor.at,
    })
    return { memberId: id }
  })
}

type Managed = { target: Membership; by: string }

/** The membership, for somebody who manages its course. To everybody else in the course it is FORBIDDEN. */
async function managed(actor: Actor, memberId: string, removed: boolean): Promise<Managed> {
  const target = await db.membership.findFirst({
    where: { id: memberId, removedAt: removed ? { not: null } : null, course: visibleCourses(actor) },
  })
  if (!target) throw new AppError('NOT_FOUND')
  return { target, by: authoriseMember(actor, 'members.manage', target.courseId).id }
}

/** Locks the course's instructors, so that two of them cannot take each other's role away at once. */
async function requireAnotherInstructor(tx: Tx, { id, courseId }: Membership): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Membership"
    WHERE "courseId" = ${courseId}::uuid AND "role" = 'INSTRUCTOR' AND "removedAt" IS NULL ORDER BY "id" FOR UPDATE`
  if (rows.some((row) => row.id === id) && rows.length === 1)
    throw new AppError(
      'CONFLICT',
      'A course keeps at least one instructor. Make somebody else instructor first.',
    )
}

/** Writes a change of membership; the person's open pages and streams are looked at again at its commit. */
async function change(
  actor: Actor,
  { target, by }: Managed,
  type: EventType,
  data: Partial<Membership>,
): Promise<{ memberId: string }> {
  await transaction(async (tx) => {
    const losesOffice =
      target.role === 'INSTRUCTOR' && (data.removedAt || (data.role && data.role !== 'INSTRUCTOR'))
    if (losesOffice) await requireAnotherInstructor(tx, target)
    await tx.membership.update({ where: { id: target.id }, data, select: { id: true } })
    await wakeUser(tx, target.userId)
    await recordEvent(tx, {
      courseId: target.courseId,
      type,
      actorId: by,
      audience: 'EVERYONE',
      subjectId: target.id,
      payload: { changed: Object.keys(data) },
      at: actor.at,
    })
  })
  return { memberId: target.id }
}

/** Errors: NOT_FOUND, FORBIDDEN, CONFLICT (the last instructor). */
export async function setRole(actor: Actor, { memberId, role }: SetRole): Promise<{ memberId: string }> {
  const found = await managed(actor, memberId, false)
  if (found.target.role === role) return { memberId }
  return change(actor, found, 'member.changed', { role })
}

/** Puts a member into a group of the course, or into none. */
export async function assignGroup(
  actor: Actor,
  { memberId, groupId }: AssignGroup,
): Promise<{ memberId: string }> {
  const found = await managed(actor, memberId, false)
  await requireGroup(found.target.courseId, groupId)
  if (found.target.groupId === groupId) return { memberId }
  return change(actor, found, 'member.changed', { groupId })
}

type MemberOnly = { memberId: string }

/** Ends the membership; what the person wrote stays theirs. Errors: also CONFLICT (the last instructor, oneself). */
export async function removeMember(actor: Actor, { memberId }: MemberOnly): Promise<MemberOnly> {
  const found = await managed(actor, memberId, false)
  if (found.target.userId === actor.userId)
    throw new AppError('CONFLICT', 'You cannot remove yourself. Another instructor can.')
  return change(actor, found, 'member.removed', { removedAt: actor.at })
}

/** Brings a removed member back with the role and the group they had. */
export async function restoreMember(actor: Actor, { memberId }: MemberOnly): Promise<MemberOnly> {
  return change(actor, await managed(actor, memberId, true), 'member.joined', { removedAt: null })
}

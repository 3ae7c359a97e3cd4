import 'server-only'
import { randomBytes } from 'node:crypto'
import { type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, authorise, authoriseMember, type Member } from '@/lib/policy'
import { freeSlug, slugOf } from './rules/slug'
import type { EditCourse, MarkSeen, NewCourse, NewGroup } from './schema'

export * from './join'
export * from './members'
export * from './plan'

/** 24 random bytes: 32 letters that nobody guesses. */
const newJoinToken = (): string => randomBytes(24).toString('base64url')

async function slugFor(tx: Tx, input: NewCourse): Promise<string> {
  const base = input.slug ?? slugOf(input.title)
  const rows = await tx.course.findMany({
    where: { OR: [{ slug: base }, { slug: { startsWith: `${base}-` } }] },
    select: { slug: true },
  })
  return freeSlug(base, new Set(rows.map((row) => row.slug)))
}

export type CreatedCourse = { id: string; slug: string; memberId: string; joinToken: string }

async function insertCourse(actor: Actor, input: NewCourse): Promise<CreatedCourse> {
  const joinToken = newJoinToken()
  return transaction(async (tx) => {
    const slug = await slugFor(tx, input)
    const { id } = await tx.course.create({
      data: { ...input, slug, joinToken, createdAt: actor.at },
      select: { id: true },
    })
    const { id: memberId } = await tx.membership.create({
      data: { courseId: id, userId: actor.userId, role: 'INSTRUCTOR', createdAt: actor.at },
      select: { id: true },
    })
    await recordEvent(tx, {
      courseId: id,
      type: 'course.created',
      actorId: memberId,
      audience: 'EVERYONE',
      at: actor.at,
    })
    return { id, slug, memberId, joinToken }
  })
}

/** Makes a course; who makes it is its instructor. A slug that is taken gets a number. Errors: FORBIDDEN. */
export async function createCourse(actor: Actor, input: NewCourse): Promise<CreatedCourse> {
  authorise(actor, 'course.create', null)
  for (let tries = 1; ; tries++)
    try {
      return await insertCourse(actor, input)
    } catch (error) {
      // Two courses of one title at once: the second looks again.
      const twice = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
      if (!twice || tries === 3) throw error
    }
}

type Change = { data: Prisma.CourseUpdateInput; what: string[]; audience: 'EVERYONE' | 'STAFF' }

/** The event names what changed, never its new value: a join token is nobody's to read in the log. */
async function changeCourse(actor: Actor, courseId: string, member: Member, change: Change): Promise<void> {
  await transaction(async (tx) => {
    await tx.course.update({ where: { id: courseId }, data: change.data, select: { id: true } })
    await recordEvent(tx, {
      courseId,
      type: 'course.changed',
      actorId: member.id,
      audience: change.audience,
      payload: { changed: change.what },
      at: actor.at,
    })
  })
}

export async function editCourse(
  actor: Actor,
  { courseId, ...data }: EditCourse,
): Promise<{ courseId: string }> {
  const member = authoriseMember(actor, 'course.edit', courseId)
  await changeCourse(actor, courseId, member, { data, what: Object.keys(data), audience: 'EVERYONE' })
  return { courseId }
}

type CourseOnly = { courseId: string }

/** Makes a new join link; the old one leads nowhere from then on. Also switches joining by link on. */
export async function renewJoinToken(
  actor: Actor,
  { courseId }: CourseOnly,
): Promise<{ joinToken: string | null }> {
  const member = authoriseMember(actor, 'members.manage', courseId)
  const joinToken = newJoinToken()
  await changeCourse(actor, courseId, member, { data: { joinToken }, what: ['joinLink'], audience: 'STAFF' })
  return { joinToken }
}

/** Switches joining by link off. */
export async function closeJoinLink(
  actor: Actor,
  { courseId }: CourseOnly,
): Promise<{ joinToken: string | null }> {
  const member = authoriseMember(actor, 'members.manage', courseId)
  const change: Change = { data: { joinToken: null }, what: ['joinLink'], audience: 'STAFF' }
  await changeCourse(actor, courseId, member, change)
  return { joinToken: null }
}

/** Adds a group (a discussion section). Errors: INVALID when the course has one of this name. */
export async function createGroup(
  actor: Actor,
  { courseId, name }: NewGroup,
): Promise<{ id: string; name: string }> {
  const member = authoriseMember(actor, 'members.manage', courseId)
  return transaction(async (tx) => {
    const same = await tx.group.findFirst({
      where: { courseId, name: { equals: name, mode: 'insensitive' } },
      select: { id: true },
    })
    if (same)
      throw new AppError('INVALID', undefined, { fields: { name: 'There is a group of this name already.' } })
    const group = await tx.group.create({ data: { courseId, name }, select: { id: true, name: true } })
    await recordEvent(tx, {
      courseId,
      type: 'course.changed',
      actorId: member.id,
      audience: 'EVERYONE',
      subjectId: group.id,
      payload: { changed: ['groups'] },
      at: actor.at,
    })
    return group
  })
}

/** Remembers up to which event one has seen the course. It only ever goes forward and is nobody else's business. */
export async function markSeen(actor: Actor, { courseId, seq }: MarkSeen): Promise<{ seen: number }> {
  const member = authoriseMember(actor, 'course.view', courseId)
  await transaction(
    (tx) => tx.$executeRaw`
      UPDATE "Membership" m SET "seenSeq" = greatest(m."seenSeq", least(${seq}::bigint, c."eventSeq"))
      FROM "Course" c WHERE c."id" = m."courseId" AND m."id" = ${member.id}::uuid`,
  )
  return { seen: seq }
}

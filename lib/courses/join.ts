import 'server-only'
import { createUser, requireFreeAddress } from '@/lib/accounts/commands'
import { hashPassword } from '@/lib/accounts/password'
import { takeTry } from '@/lib/accounts/throttle'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import type { JoinByLink, SignUpAndJoin } from './schema'

export type JoinableCourse = { id: string; slug: string; title: string; term: string; description: string }

/**
 * The course behind a join link. A right link always works; wrong ones are counted and, when there were too
 * many, refused. A link that is switched off and one that never was look the same.
 * @param from who tries: a user's id or a network address.
 */
export async function courseOfLink(from: string, token: string): Promise<JoinableCourse> {
  const course = await db.course.findFirst({
    where: { joinToken: token, archivedAt: null },
    select: { id: true, slug: true, title: true, term: true, description: true },
  })
  if (course) return course
  await takeTry('guess', `join:${from}`)
  throw new AppError('NOT_FOUND')
}

/** Adds the membership unless there is one, so that joining twice, even at once, is joining once. */
async function addStudent(tx: Tx, courseId: string, userId: string, at: Date): Promise<void> {
  const data = { courseId, userId, role: 'STUDENT' as const, createdAt: at }
  const { count } = await tx.membership.createMany({ data, skipDuplicates: true })
  const member = await tx.membership.findUniqueOrThrow({
    where: { courseId_userId: { courseId, userId } },
    select: { id: true, removedAt: true },
  })
  if (member.removedAt)
    throw new AppError(
      'FORBIDDEN',
      'You were removed from this course. Its instructor can bring you back; the link cannot.',
    )
  if (!count) return
  await recordEvent(tx, {
    courseId,
    type: 'member.joined',
    actorId: member.id,
    audience: 'EVERYONE',
    subjectId: member.id,
    at,
  })
}

/** Joins as a student by a join link. Errors: NOT_FOUND, TOO_MANY, FORBIDDEN (removed before). */
export async function joinCourse(actor: Actor, { token }: JoinByLink): Promise<{ slug: string }> {
  const course = await courseOfLink(actor.userId, token)
  await transaction((tx) => addStudent(tx, course.id, actor.userId, actor.at))
  return { slug: course.slug }
}

/** Makes an account and joins, both or neither. Errors: NOT_FOUND, INVALID (address taken), TOO_MANY. */
export async function signUpAndJoin(from: string, input: SignUpAndJoin): Promise<{ slug: string }> {
  const course = await courseOfLink(from, input.token)
  await requireFreeAddress(input.email)
  await takeTry('signUp', from)
  const { name, email } = input
  const passwordHash = await hashPassword(input.password)
  await transaction(async (tx) => {
    const at = new Date()
    const { id } = await createUser(tx, { name, email, passwordHash, at })
    await addStudent(tx, course.id, id, at)
  })
  return { slug: course.slug }
}

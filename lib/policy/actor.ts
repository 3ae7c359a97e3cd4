import type { Role } from '@/lib/generated/prisma/enums'

/** A person's place in one course. Only memberships in force are ever loaded into an actor. */
export type Member = { id: string; courseId: string; role: Role; groupId: string | null }

/** Who acts, and when. Commands and queries take it first; the importer makes its own with dates in the past. */
export type Actor = {
  userId: string
  name: string
  siteOwner: boolean
  at: Date
  memberships: readonly Member[]
}

export const memberIn = (actor: Actor, courseId: string): Member | null =>
  actor.memberships.find((m) => m.courseId === courseId) ?? null

export const isStaffRole = (role: Role): boolean => role === 'INSTRUCTOR' || role === 'ASSISTANT'

export const staffCourseIds = (actor: Actor): string[] =>
  actor.memberships.filter((m) => isStaffRole(m.role)).map((m) => m.courseId)

export const courseIds = (actor: Actor): string[] => actor.memberships.map((m) => m.courseId)
export const memberIds = (actor: Actor): string[] => actor.memberships.map((m) => m.id)
export const groupIds = (actor: Actor): string[] => actor.memberships.flatMap((m) => m.groupId ?? [])

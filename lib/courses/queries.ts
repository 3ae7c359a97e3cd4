import 'server-only'
import { db, pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authorise, authoriseMember, courseIds, may, visibleCourses } from '@/lib/policy'
import type { CourseCard, MemberRow, PeoplePage, RoleName, SiteCourse } from './schema'

/** A person as an actor at a given time, with the memberships they have now: for the seminar's loader and tests. */
export async function actorOf(userId: string, at = new Date()): Promise<Actor> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: {
      name: true,
      siteOwner: true,
      memberships: {
        where: { removedAt: null },
        select: { id: true, courseId: true, role: true, groupId: true },
      },
    },
  })
  if (!user) throw new AppError('NOT_FOUND')
  return { userId, at, ...user }
}

type CardRow = Omit<CourseCard, 'fresh'> & { fresh: string }

/** One's courses, those with something new first, archived ones last. One statement. */
export async function myCourses(actor: Actor): Promise<CourseCard[]> {
  const { rows } = await pool().query<CardRow>({
    name: 'my-courses',
    text: `SELECT c."id", c."slug", c."title", c."term", c."timeZone", c."archivedAt" IS NOT NULL AS archived, m."role",
             (SELECT count(*) FROM "Event" e WHERE e."courseId" = c."id" AND e."seq" > m."seenSeq"
                AND e."audience" = 'EVERYONE' AND e."actorId" IS DISTINCT FROM m."id"
                AND e."type" IN ('note.posted', 'claim.added', 'poll.opened', 'poll.closed', 'reading.published',
                                 'debate.created', 'debate.closed', 'assignment.created')) AS fresh
           FROM "Membership" m JOIN "Course" c ON c."id" = m."courseId"
           WHERE m."userId" = $1 AND c."id" = ANY($2::uuid[])
           ORDER BY c."archivedAt" IS NOT NULL, c."createdAt" DESC, c."title"`,
    values: [actor.userId, courseIds(actor)],
  })
  return rows.map((row) => ({ ...row, fresh: Number(row.fresh) }))
}

type Loaded = {
  id: string
  role: RoleName
  groupId: string | null
  removedAt: Date | null
  user: { id: string; name: string; about: string; email: string }
  group: { name: string } | null
}

const memberRow = ({ id, role, groupId, user, group }: Loaded, manage: boolean): MemberRow => ({
  id,
  role,
  groupId,
  userId: user.id,
  name: user.name,
  about: user.about,
  group: group?.name ?? null,
  email: manage ? user.email : '',
})

/** Everybody in the course; for the instructor also addresses, the join link and who was removed. */
export async function peoplePage(actor: Actor, courseId: string): Promise<PeoplePage> {
  authoriseMember(actor, 'members.view', courseId)
  const manage = may(actor, 'members.manage', courseId)
  const course = await db.course.findFirst({
    where: { AND: [{ id: courseId }, visibleCourses(actor)] },
    select: {
      joinToken: true,
      groups: { orderBy: { name: 'asc' }, select: { id: true, name: true } },
      memberships: {
        where: manage ? {} : { removedAt: null },
        orderBy: { user: { name: 'asc' } },
        select: {
          id: true,
          role: true,
          groupId: true,
          removedAt: true,
          user: { select: { id: true, name: true, about: true, email: true } },
          group: { select: { name: true } },
        },
      },
    },
  })
  if (!course) throw new AppError('NOT_FOUND')
  const rows = (removed: boolean) =>
    course.memberships.filter((m) => (m.removedAt !== null) === removed).map((m) => memberRow(m, manage))
  return {
    members: rows(false),
    removed: manage ? rows(true) : [],
    groups: course.groups,
    joinToken: manage ? course.joinToken : null,
    can: { manage },
  }
}

/** Every course of the installation, for the site owner: names and numbers, not what is said in them. */
export async function siteCourses(actor: Actor): Promise<SiteCourse[]> {
  authorise(actor, 'site.manage', null)
  const courses = await db.course.findMany({
    orderBy: { createdAt: 'desc' },
    take: 500,
    select: {
      id: true,
      slug: true,
      title: true,
      term: true,
      archivedAt: true,
      _count: { select: { memberships: { where: { removedAt: null } } } },
      memberships: {
        where: { removedAt: null, role: 'INSTRUCTOR' },
        select: { user: { select: { name: true } } },
      },
    },
  })
  return courses.map(({ _count, memberships, archivedAt, ...course }) => ({
    ...course,
    members: _count.memberships,
    instructors: memberships.map((m) => m.user.name),
    archived: archivedAt !== null,
  }))
}

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

/** What `visiblePolls` shows and takes votes; a student's own vote is counted off. */
const OPEN_VOTES = `(SELECT count(*)::int FROM "Poll" p WHERE p."courseId" = c."id" AND p."closedAt" IS NULL
  AND p."opensAt" <= $3 AND NOT (m."role" = 'STUDENT' AND EXISTS (
    SELECT 1 FROM "Participation" v WHERE v."pollId" = p."id" AND v."membershipId" = m."id")))`

const OPEN_DEBATES = `(SELECT count(*)::int FROM "Debate" d WHERE d."courseId" = c."id" AND d."closedAt" IS NULL)`

const WEEK = `> $3 AND "at" <= $3::timestamptz + interval '7 days'`
const DUE_SOON = `(SELECT count(DISTINCT "at")::int FROM (
    SELECT t."startsAt" AS "at" FROM "Meeting" t WHERE t."courseId" = c."id"
    UNION ALL SELECT a."dueAt" FROM "Assignment" a WHERE a."courseId" = c."id"
    UNION ALL SELECT s."dueAt" FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId"
      WHERE r."courseId" = c."id" AND r."publishedAt" IS NOT NULL AND s."retiredAt" IS NULL) x WHERE "at" ${WEEK})`

/** Told to everybody, by others, after what one has seen. */
const FRESH = `(SELECT count(*)::int FROM "Event" e WHERE e."courseId" = c."id" AND e."seq" > m."seenSeq"
  AND e."audience" = 'EVERYONE' AND e."actorId" IS DISTINCT FROM m."id"
  AND e."type" IN ('note.posted', 'claim.added', 'poll.opened', 'poll.closed', 'reading.published',
                   'debate.created', 'debate.closed', 'assignment.created'))`

/** One's courses, newest first, archived ones last. One statement. */
export async function myCourses(actor: Actor): Promise<CourseCard[]> {
  const { rows } = await pool().query<CourseCard>({
    name: 'my-courses',
    text: `SELECT c."id", c."slug", c."title", c."term", c."timeZone", c."archivedAt" IS NOT NULL AS archived, m."role",
             ${OPEN_VOTES} AS votes, ${OPEN_DEBATES} AS debates, ${DUE_SOON} AS due, ${FRESH} AS fresh
           FROM "Membership" m JOIN "Course" c ON c."id" = m."courseId"
           WHERE m."userId" = $1 AND c."id" = ANY($2::uuid[])
           ORDER BY c."archivedAt" IS NOT NULL, c."createdAt" DESC, c."title"`,
    values: [actor.userId, courseIds(actor), actor.at],
  })
  return rows
}

type Details = { title: string; term: string; timeZone: string; description: string }

/** What the form that edits a course begins with. */
export async function courseDetails(actor: Actor, { courseId }: { courseId: string }): Promise<Details> {
  authoriseMember(actor, 'course.edit', courseId)
  const course = await db.course.findFirst({
    where: { AND: [{ id: courseId }, visibleCourses(actor)] },
    select: { title: true, term: true, timeZone: true, description: true },
  })
  if (!course) throw new AppError('NOT_FOUND')
  return course
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

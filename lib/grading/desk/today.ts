import 'server-only'
import { db, pool } from '@/lib/db'
import { type Actor, authoriseMember } from '@/lib/policy'
import { unansweredQuestions } from './questions'
import { openReports } from './reports'
import type { Desk, DueThing, LiveThing, QuietMember } from './schema'

const DAY_MS = 86_400_000
const DUE_DAYS = 14
const QUIET_DAYS = 7
const MOST_QUESTIONS = 12

/** Votes that are open, with their turnout, and debates whose session runs. One statement. */
async function live(courseId: string): Promise<LiveThing[]> {
  const { rows } = await pool().query<LiveThing>({
    name: 'desk-live',
    text: `
      SELECT 'debate' AS kind, d."motion" AS title, '/courses/' || c."slug" || '/debates/' || d."slug" || '/control' AS href,
        coalesce(p."name", 'Not in a phase') AS detail
      FROM "DebateSession" s JOIN "Debate" d ON d."id" = s."debateId" JOIN "Course" c ON c."id" = d."courseId"
      LEFT JOIN "Phase" p ON p."id" = s."phaseId" WHERE d."courseId" = $1 AND s."endedAt" IS NULL
      UNION ALL
      SELECT 'vote', p."question" || CASE WHEN p."wave" = '' THEN '' ELSE ' (' || p."wave" || ')' END,
        '/courses/' || c."slug" || '/explain/polls/' || p."slug",
        (SELECT count(*) FROM "Participation" x WHERE x."pollId" = p."id") || ' of ' ||
        (SELECT count(*) FROM "Membership" m WHERE m."courseId" = $1 AND m."role" = 'STUDENT' AND m."removedAt" IS NULL)
          || ' have voted'
      FROM "Poll" p JOIN "Course" c ON c."id" = p."courseId"
      WHERE p."courseId" = $1 AND p."closedAt" IS NULL AND p."opensAt" <= now()`,
    values: [courseId],
  })
  return rows
}

async function due(courseId: string, at: Date, of: number): Promise<DueThing[]> {
  const rows = await db.assignment.findMany({
    where: { courseId, dueAt: { gte: at, lte: new Date(at.getTime() + DUE_DAYS * DAY_MS) } },
    orderBy: { dueAt: 'asc' },
    select: {
      ...{ slug: true, title: true, dueAt: true },
      course: { select: { slug: true } },
      _count: { select: { critiques: { where: { submittedAt: { not: null } } } } },
    },
  })
  return rows.map(({ slug, title, dueAt, course, _count }) => ({
    title,
    href: `/courses/${course.slug}/critiques/${slug}`,
    dueAt: dueAt?.toISOString() ?? '',
    handedIn: _count.critiques,
    of,
  }))
}

/**
 * The latest trace of every student, votes left out, for their time is kept nowhere; those without one for a week,
 * the longest quiet first. One statement.
 */
const TRACES = `
  SELECT m."id" AS "memberId", u."name", g."name" AS "group", t.did,
    to_char(t.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lastAt"
  FROM "Membership" m JOIN "User" u ON u."id" = m."userId" LEFT JOIN "Group" g ON g."id" = m."groupId"
  LEFT JOIN LATERAL (
    SELECT at, did FROM (
      (SELECT "createdAt" AS at, 'wrote a note' AS did FROM "Note" WHERE "authorId" = m."id" AND "visibility" <> 'PRIVATE'
         AND "deletedAt" IS NULL ORDER BY "createdAt" DESC LIMIT 1)
      UNION ALL (SELECT "seenAt", 'looked at a section' FROM "SectionVisit" WHERE "membershipId" = m."id" ORDER BY "seenAt" DESC LIMIT 1)
      UNION ALL (SELECT "readAt", 'read a section' FROM "Progress" WHERE "membershipId" = m."id" ORDER BY "readAt" DESC LIMIT 1)
      UNION ALL (SELECT "createdAt", 'made a claim' FROM "Claim" WHERE "authorId" = m."id" ORDER BY "createdAt" DESC LIMIT 1)
      UNION ALL (SELECT "updatedAt", 'rated evidence' FROM "Rating" WHERE "membershipId" = m."id" ORDER BY "updatedAt" DESC LIMIT 1)
      UNION ALL (SELECT "savedAt", 'wrote a critique' FROM "Critique" WHERE "authorId" = m."id" ORDER BY "savedAt" DESC LIMIT 1)
      UNION ALL (SELECT "submittedAt", 'handed in a review' FROM "Review" WHERE "reviewerId" = m."id" ORDER BY "submittedAt" DESC LIMIT 1)
    ) any_trace ORDER BY at DESC LIMIT 1
  ) t ON true
  WHERE m."courseId" = $1 AND m."role" = 'STUDENT' AND m."removedAt" IS NULL
    AND greatest(t.at, m."createdAt") < $2
  ORDER BY t.at NULLS FIRST, u."name", m."id"`

async function quiet(courseId: string, at: Date): Promise<QuietMember[]> {
  const { rows } = await pool().query<Omit<QuietMember, 'did'> & { did: string | null }>({
    name: 'desk-quiet',
    text: TRACES,
    values: [courseId, new Date(at.getTime() - QUIET_DAYS * DAY_MS)],
  })
  return rows.map((row) => ({ ...row, did: row.did ?? '' }))
}

/** What wants the staff today. Six statements. Errors: NOT_FOUND, FORBIDDEN. */
export async function desk(actor: Actor, courseId: string): Promise<Desk> {
  authoriseMember(actor, 'desk.view', courseId)
  const students = await db.membership.count({ where: { courseId, role: 'STUDENT', removedAt: null } })
  const [running, dueSoon, open, reported, gone] = await Promise.all([
    live(courseId),
    due(courseId, actor.at, students),
    unansweredQuestions(actor, courseId),
    openReports(courseId),
    quiet(courseId, actor.at),
  ])
  return {
    live: running,
    due: dueSoon,
    questions: open.slice(0, MOST_QUESTIONS),
    moreQuestions: Math.max(0, open.length - MOST_QUESTIONS),
    reports: reported,
    quiet: gone,
    ...{ students, quietDays: QUIET_DAYS },
  }
}

import 'server-only'
import { db, pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { eventsAfter, reaches } from '@/lib/events'
import {
  type Actor,
  authoriseMember,
  type Member,
  visibleAssignments,
  visibleDebates,
  visibleNotes,
  visiblePolls,
} from '@/lib/policy'
import type { NewsEvent } from './rules/news'
import type { CourseFrame, CourseHome, HomeAssignment, HomeDebate, HomePoll } from './schema'

/** A visit after a long while tells the last thousand things, which is more than anybody reads. */
const MOST_EVENTS = 1000

type About = Pick<CourseHome, 'description' | 'members' | 'meetings' | 'glossary'> & { seen: string }

/** The course's own words, its meetings and glossary, and how far the member has seen it. One statement. */
async function about(member: Member): Promise<About> {
  const { rows } = await pool().query<About>({
    name: 'course-about',
    text: `SELECT c."description", m."seenSeq" AS seen,
             (SELECT count(*)::int FROM "Membership" x WHERE x."courseId" = c."id" AND x."removedAt" IS NULL) AS members,
             (SELECT coalesce(json_agg(json_build_object('id', t."id", 'position', t."position", 'title', t."title",
                'before', t."before", 'inClass', t."inClass", 'startsAt', t."startsAt") ORDER BY t."position"), '[]')
              FROM "Meeting" t WHERE t."courseId" = c."id") AS meetings,
             (SELECT coalesce(json_agg(json_build_object('term', g."term", 'meaning', g."meaning") ORDER BY lower(g."term")), '[]')
              FROM "GlossaryTerm" g WHERE g."courseId" = c."id") AS glossary
           FROM "Membership" m JOIN "Course" c ON c."id" = m."courseId" WHERE m."id" = $1`,
    values: [member.id],
  })
  if (!rows[0]) throw new AppError('NOT_FOUND')
  return rows[0]
}

/** What was opened, newest first; `open` tells which take votes now. */
async function polls(actor: Actor, member: Member): Promise<HomePoll[]> {
  const rows = await db.poll.findMany({
    where: { AND: [{ courseId: member.courseId, opensAt: { lte: actor.at } }, visiblePolls(actor)] },
    orderBy: [{ opensAt: 'desc' }, { id: 'asc' }],
    take: 100,
    select: {
      id: true,
      slug: true,
      question: true,
      wave: true,
      closedAt: true,
      _count: { select: { participations: { where: { membershipId: member.id } } } },
    },
  })
  return rows.map(({ _count, closedAt, ...poll }) => ({
    ...poll,
    open: closedAt === null,
    voted: _count.participations > 0,
  }))
}

async function debates(actor: Actor, { courseId }: Member): Promise<HomeDebate[]> {
  const rows = await db.debate.findMany({
    where: { AND: [{ courseId }, visibleDebates(actor)] },
    orderBy: { position: 'asc' },
    take: 100,
    select: {
      id: true,
      slug: true,
      motion: true,
      closedAt: true,
      session: { select: { endedAt: true, phase: { select: { name: true } } } },
      _count: { select: { claims: { where: { deletedAt: null } } } },
    },
  })
  return rows.map(({ _count, closedAt, session, ...debate }) => ({
    ...debate,
    open: closedAt === null,
    live: closedAt === null && session && !session.endedAt ? (session.phase?.name ?? null) : null,
    claims: _count.claims,
  }))
}

const laterOf = (due: Date | null, extended?: Date): Date | null =>
  due && extended && extended > due ? extended : due

const DAY_MS = 86_400_000

type Deadline = { graceMinutes: number; lateDays: number }

/** Whether it can still be handed in by the late rule, to the day (lib/critiques has the rule itself). */
const isTaken = (due: Date | null, { graceMinutes, lateDays }: Deadline, at: Date): boolean =>
  due === null || at.getTime() <= due.getTime() + Math.max(graceMinutes * 60_000, lateDays * DAY_MS)

async function assignments(actor: Actor, { id, courseId }: Member): Promise<HomeAssignment[]> {
  const rows = await db.assignment.findMany({
    where: { AND: [{ courseId }, visibleAssignments(actor)] },
    orderBy: [{ dueAt: 'asc' }, { title: 'asc' }],
    take: 100,
    select: {
      id: true,
      slug: true,
      title: true,
      dueAt: true,
      // one's own later deadline
      extensions: { where: { membershipId: id }, select: { dueAt: true } },
      ...{ graceMinutes: true, lateDays: true, reviewsDueAt: true, reviewsReleasedAt: true },
      _count: {
        select: {
          critiques: { where: { authorId: id, submittedAt: { not: null } } },
          allocations: {
            where: {
              reviewerId: id,
              critique: { submittedAt: { not: null }, reviews: { none: { reviewerId: id } } },
            },
          },
        },
      },
    },
  })
  return rows.map(({ id, slug, title, _count, ...row }) => {
    const due = laterOf(row.dueAt, row.extensions[0]?.dueAt)
    const reviewing = row.reviewsReleasedAt === null && (!row.reviewsDueAt || actor.at <= row.reviewsDueAt)
    return {
      ...{ id, slug, title, dueAt: due?.toISOString() ?? null },
      open: isTaken(due, row, actor.at),
      handedIn: _count.critiques > 0,
      toReview: reviewing ? _count.allocations : 0,
      reviewsDueAt: row.reviewsDueAt?.toISOString() ?? null,
    }
  })
}

type News = Pick<CourseHome, 'news' | 'notes'>

/** What others did after event number `seen`, as far as it reaches this member. */
async function news(actor: Actor, member: Member, seen: number, until: number): Promise<News> {
  if (seen >= until) return { news: [], notes: [] }
  const after = Math.max(seen, until - MOST_EVENTS)
  const recent = await eventsAfter(member.courseId, after, MOST_EVENTS)
  const told = recent.filter((e) => e.actorId !== member.id && reaches(e, member))
  const ids = told.flatMap((e) => (e.type === 'note.posted' ? (e.subjectId ?? []) : []))
  const notes = ids.length
    ? await db.note.findMany({
        where: { AND: [{ id: { in: ids }, deletedAt: null }, visibleNotes(actor)] },
        select: { id: true, kind: true },
      })
    : []
  return { news: told.map(bare), notes }
}

const bare = ({ type, subjectId, scopeId, payload }: NewsEvent): NewsEvent => ({
  type,
  subjectId,
  scopeId,
  payload,
})

/** Everything of course home but the readings: five statements, and two more when there is something new. */
export async function courseHome(actor: Actor, course: CourseFrame): Promise<CourseHome> {
  const member = authoriseMember(actor, 'course.view', course.id)
  const [{ seen, ...own }, openPolls, allDebates, allAssignments] = await Promise.all([
    about(member),
    polls(actor, member),
    debates(actor, member),
    assignments(actor, member),
  ])
  return {
    ...own,
    firstVisit: Number(seen) === 0,
    polls: openPolls,
    debates: allDebates,
    assignments: allAssignments,
    ...(await news(actor, member, Number(seen), course.seq)),
  }
}

import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, may, visibleAssignments, visibleCritiques } from '@/lib/policy'
import { reviewsToWrite } from '../reviews/queries/tasks'
import { lateness } from '../rules/late'
import type { AssignmentPage, CritiquesRoom, Handed } from '../schema'
import { LATE_RULE, ruleOf } from './late-rule'
import { offeredIn } from './offered'
import {
  assignmentFor,
  assignmentHead,
  OWN,
  ownDto,
  SUBMISSIONS,
  TEMPLATE,
  templateDto,
  wordsOf,
} from './shape'

const HANDED = {
  select: {
    ...{ id: true, authorId: true, assignmentId: true, submittedAt: true },
    assignment: { select: { ...LATE_RULE, extensions: { select: { membershipId: true, dueAt: true } } } },
    author: { select: { user: { select: { name: true } } } },
    template: { select: { title: true } },
    submissions: { ...SUBMISSIONS, orderBy: { number: 'desc' }, take: 1 },
    reviews: { select: { releasedAt: true } },
  },
} as const satisfies { select: Prisma.CritiqueSelect }

function handedDto(row: Prisma.CritiqueGetPayload<typeof HANDED>): Handed[] {
  const [last] = row.submissions
  if (!last || !row.submittedAt) return []
  const { extensions, ...assignment } = row.assignment
  const extension = extensions.find((e) => e.membershipId === row.authorId)
  const rule = ruleOf(assignment, extension?.dueAt ?? null)
  return [
    {
      id: row.id,
      author: row.author.user.name,
      template: row.template.title,
      words: wordsOf(last),
      number: last.number,
      submittedAt: row.submittedAt.toISOString(),
      lateness: lateness(rule, last.submittedAt),
      reviews: row.reviews.length,
      released: row.reviews.filter((r) => r.releasedAt).length,
    },
  ]
}

/** For staff: what was handed in, by assignment, the latest first. */
async function handedIn(actor: Actor, courseId: string): Promise<Map<string, Handed[]>> {
  const rows = await db.critique.findMany({
    where: { AND: [{ assignment: { courseId }, submittedAt: { not: null } }, visibleCritiques(actor)] },
    orderBy: { submittedAt: 'desc' },
    ...HANDED,
  })
  const byAssignment = new Map<string, Handed[]>()
  for (const row of rows)
    byAssignment.set(row.assignmentId, [...(byAssignment.get(row.assignmentId) ?? []), ...handedDto(row)])
  return byAssignment
}

const ownIn = async (courseId: string, authorId: string) => {
  const where = { authorId, assignment: { courseId } }
  const rows = await db.critique.findMany({ where, select: { ...OWN.select, assignmentId: true } })
  return new Map(rows.map((row) => [row.assignmentId, ownDto(row)]))
}

/** Assignments, the next due first, with where the viewer stands in each; for staff also what was handed in. */
export async function critiquesRoom(actor: Actor, courseId: string): Promise<CritiquesRoom> {
  const member = authoriseMember(actor, 'critique.view', courseId)
  const manage = may(actor, 'critique.manage', courseId)
  const [rows, own, handed, templates, students, reviewing] = await Promise.all([
    db.assignment.findMany({
      where: { AND: [{ courseId }, visibleAssignments(actor)] },
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }],
      ...assignmentFor(actor),
    }),
    ownIn(courseId, member.id),
    manage ? handedIn(actor, courseId) : null,
    db.template.count({ where: { courseId, archivedAt: null } }),
    db.membership.count({ where: { courseId, role: 'STUDENT', removedAt: null } }),
    reviewsToWrite(actor, courseId),
  ])
  const summaries = rows.map((row) => ({
    ...assignmentHead(row, actor.at),
    own: own.get(row.id) ?? null,
    reviewing: reviewing.get(row.id) ?? null,
    handed: handed ? (handed.get(row.id) ?? []) : null,
  }))
  return {
    assignments: [...summaries.filter((a) => a.open), ...summaries.filter((a) => !a.open).reverse()],
    ...{ templates, students },
    can: { start: may(actor, 'critique.start', courseId, { open: true }), manage },
  }
}

export async function findAssignment(actor: Actor, courseId: string, slug: string) {
  const row = await db.assignment.findFirst({
    where: { AND: [{ courseId, slug }, visibleAssignments(actor)] },
    ...assignmentFor(actor),
  })
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** One assignment with the templates to choose from, as a student will see them. */
export async function assignmentPage(actor: Actor, courseId: string, slug: string): Promise<AssignmentPage> {
  const row = await findAssignment(actor, courseId, slug)
  const member = authoriseMember(actor, 'critique.view', courseId)
  const [templates, own, reviewing] = await Promise.all([
    db.template.findMany({ where: offeredIn(row), orderBy: { code: 'asc' }, ...TEMPLATE }),
    db.critique.findFirst({ where: { assignmentId: row.id, authorId: member.id }, ...OWN }),
    reviewsToWrite(actor, courseId),
  ])
  const assignment = assignmentHead(row, actor.at)
  return {
    assignment,
    templates: templates.map(templateDto),
    own: own && ownDto(own),
    reviewing: reviewing.get(row.id) ?? null,
    can: {
      start: may(actor, 'critique.start', courseId, { open: assignment.open }),
      manage: may(actor, 'critique.manage', courseId),
    },
  }
}

import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, authoriseMember, isStaffRole, memberIn, visibleAllocations } from '@/lib/policy'
import { byKey, taskKey } from '../../rules/blind'
import { reviewsOpen } from '../../rules/review-window'
import { outOf } from '../../rules/total'
import type { Level } from '../../schema'
import { taskFor } from '../commands/find'
import type { Reviewing, ReviewPage, TasksPage } from '../dto'
import { fieldsFor } from '../text'
import { draftOfTask, draftText, submittedOf } from './draft'
import { assignmentOf, headDto, stateOf } from './head'

/** From here on a mean of ratings is not any one author's word. */
const LEAST_RATINGS = 2

/** What authors said of a member's reviews in the course: the mean, once enough have said something. */
export async function helpfulnessOf(
  reviewerIds: string[],
): Promise<Map<string, { mean: number; count: number }>> {
  const said = await db.reviewHelpfulness.findMany({
    where: { review: { reviewerId: { in: reviewerIds }, hiddenAt: null } },
    select: { value: true, review: { select: { reviewerId: true } } },
  })
  const sums = new Map<string, { sum: number; count: number }>()
  for (const { value, review } of said) {
    const { sum, count } = sums.get(review.reviewerId) ?? { sum: 0, count: 0 }
    sums.set(review.reviewerId, { sum: sum + value, count: count + 1 })
  }
  return new Map([...sums].map(([id, { sum, count }]) => [id, { mean: sum / count, count }]))
}

const examplesFor = async (assignmentId: string, membershipId: string): Promise<TasksPage['examples']> => {
  const rows = await db.calibrationExample.findMany({
    where: { assignmentId },
    orderBy: { position: 'asc' },
    select: { position: true, title: true, _count: { select: { reviews: { where: { membershipId } } } } },
  })
  return rows.map(({ _count, ...row }) => ({ ...row, scored: _count.reviews > 0 }))
}

async function tasksOf(actor: Actor, assignmentId: string, reviewerId: string, named: boolean) {
  const mine = { where: { reviewerId } }
  const rows = await db.reviewAssignment.findMany({
    where: {
      AND: [
        { assignmentId, reviewerId, critique: { submittedAt: { not: null } } },
        visibleAllocations(actor),
      ],
    },
    select: {
      critiqueId: true,
      critique: {
        select: {
          template: { select: { title: true } },
          author: { select: { user: { select: { name: true } } } },
          reviewDrafts: mine,
          reviews: { ...mine, select: { submittedAt: true } },
        },
      },
    },
  })
  const tasks = rows.map(({ critiqueId, critique }) => ({
    key: taskKey({ critiqueId, reviewerId }),
    template: critique.template.title,
    author: named ? critique.author.user.name : null,
    state: stateOf(critique.reviewDrafts[0], critique.reviews[0]),
  }))
  return byKey(tasks)
}

/** What the actor is to review in one assignment, in an order that follows neither names nor times. */
export async function reviewTasks(actor: Actor, courseId: string, slug: string): Promise<TasksPage> {
  const { id: membershipId } = authoriseMember(actor, 'critique.view', courseId)
  const row = await assignmentOf(actor, courseId, slug)
  const [tasks, examples, helpfulness] = await Promise.all([
    tasksOf(actor, row.id, membershipId, row.reviewMode !== 'DOUBLE_BLIND'),
    examplesFor(row.id, membershipId),
    helpfulnessOf([membershipId]),
  ])
  const said = helpfulness.get(membershipId)
  return {
    head: headDto(row, actor.at),
    tasks,
    examples: tasks.length > 0 ? examples : examples.filter((e) => e.scored),
    helpfulness: said && said.count >= LEAST_RATINGS ? said : null,
  }
}

/** How many reviews the actor has to write, by assignment: for lists of what is to do. */
export async function reviewsToWrite(actor: Actor, courseId: string): Promise<Map<string, Reviewing>> {
  const memberId = memberIn(actor, courseId)?.id ?? ''
  const rows = await db.reviewAssignment.findMany({
    where: {
      AND: [
        { reviewerId: memberId, assignment: { courseId }, critique: { submittedAt: { not: null } } },
        visibleAllocations(actor),
      ],
    },
    select: {
      assignmentId: true,
      assignment: { select: { reviewsDueAt: true, reviewsReleasedAt: true } },
      critique: { select: { _count: { select: { reviews: { where: { reviewerId: memberId } } } } } },
    },
  })
  const counts = new Map<string, Reviewing>()
  for (const { assignmentId, assignment, critique } of rows) {
    const { given, done } = counts.get(assignmentId) ?? { given: 0, done: 0 }
    const open = reviewsOpen(assignment, actor.at)
    counts.set(assignmentId, { given: given + 1, done: done + Math.min(1, critique._count.reviews), open })
  }
  return counts
}

async function shownTo(actor: Actor, courseId: string, slug: string, key: string) {
  authoriseMember(actor, 'critique.view', courseId)
  const row = await assignmentOf(actor, courseId, slug)
  const task = await taskFor(actor, { assignmentId: row.id, key })
  const { critiqueId, reviewerId } = task
  const more = await db.critique.findUniqueOrThrow({
    where: { id: critiqueId },
    select: {
      authorResponse: true,
      author: { select: { user: { select: { name: true } } } },
      template: {
        select: {
          title: true,
          criteria: {
            orderBy: { position: 'asc' },
            select: { id: true, name: true, weight: true, levels: true },
          },
        },
      },
      reviews: { where: { reviewerId }, select: { submittedAt: true, authorReply: true } },
      reviewDrafts: { where: { reviewerId } },
    },
  })
  return { row, task, more }
}

/**
 * A critique for its reviewer: the latest that was submitted, under no name unless the mode gives one, and nothing that
 * tells when it was written. Errors: NOT_FOUND.
 */
export async function reviewPage(
  actor: Actor,
  courseId: string,
  slug: string,
  key: string,
): Promise<ReviewPage> {
  const { row, task, more } = await shownTo(actor, courseId, slug, key)
  const [submission] = task.critique.submissions
  const member = memberIn(actor, courseId)
  if (!submission || !member) throw new AppError('NOT_FOUND')
  const head = headDto(row, actor.at)
  const [draft, submitted, examples] = await Promise.all([
    draftOfTask(db, task),
    head.open ? null : submittedOf(db, task),
    examplesFor(row.id, member.id),
  ])
  const criteria = more.template.criteria.map((c) => ({ ...c, levels: c.levels as Level[] }))
  const left = isStaffRole(member.role) ? 0 : examples.filter((e) => !e.scored).length
  return {
    ...{ head, key },
    author: row.reviewMode === 'DOUBLE_BLIND' && !isStaffRole(member.role) ? null : more.author.user.name,
    template: { title: more.template.title, criteria, outOf: outOf(criteria) },
    fields: await fieldsFor(actor, row.course, submission.content),
    draft: draftText(submitted ?? draft),
    state: stateOf(more.reviewDrafts[0], more.reviews[0]),
    examplesLeft: left,
    responseHtml: head.released ? renderMarkdown(more.authorResponse) : '',
    replyHtml: head.released ? renderMarkdown(more.reviews[0]?.authorReply ?? '') : '',
    can: {
      write: head.open && left === 0,
      decline: head.open && more.reviews.length === 0 && member.role === 'STUDENT',
    },
  }
}

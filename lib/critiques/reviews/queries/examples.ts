import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, authoriseMember, isStaffRole, visibleCritiques } from '@/lib/policy'
import { outOf, reviewTotal } from '../../rules/total'
import type { Level } from '../../schema'
import type { ExampleForm, ExamplePage } from '../dto'
import { fieldsFor } from '../text'
import { assignmentOf, headDto } from './head'

const CRITERIA = {
  orderBy: { position: 'asc' },
  select: { id: true, name: true, weight: true, levels: true },
} as const

/** Students meet the examples once they have something to review (or have scored them); nobody else does but the staff. */
async function requireAsked(assignmentId: string, membershipId: string): Promise<void> {
  const [given, scored] = await Promise.all([
    db.reviewAssignment.count({ where: { assignmentId, reviewerId: membershipId } }),
    db.calibrationReview.count({ where: { membershipId, example: { assignmentId } } }),
  ])
  if (given + scored === 0) throw new AppError('NOT_FOUND')
}

/**
 * A calibration example: to a student without the staff's levels until they have given their own.
 * Errors: NOT_FOUND.
 */
export async function examplePage(
  actor: Actor,
  courseId: string,
  at: { assignment: string; position: number },
): Promise<ExamplePage> {
  const member = authoriseMember(actor, 'critique.view', courseId)
  const assignment = await assignmentOf(actor, courseId, at.assignment)
  const manage = isStaffRole(member.role)
  if (!manage) await requireAsked(assignment.id, member.id)
  if (!Number.isSafeInteger(at.position)) throw new AppError('NOT_FOUND')
  const [row, count] = await Promise.all([
    db.calibrationExample.findUnique({
      where: { assignmentId_position: { assignmentId: assignment.id, position: at.position } },
      include: {
        template: { select: { title: true, criteria: CRITERIA } },
        reviews: {
          where: manage ? {} : { membershipId: member.id },
          include: { membership: { select: { user: { select: { name: true } } } } },
        },
      },
    }),
    db.calibrationExample.count({ where: { assignmentId: assignment.id } }),
  ])
  if (!row) throw new AppError('NOT_FOUND')
  const criteria = row.template.criteria.map((c) => ({ ...c, levels: c.levels as Level[] }))
  const scored = (levels: unknown) => ({
    levels: levels as Record<string, number>,
    total: reviewTotal(criteria, levels as Record<string, number>),
  })
  const mine = row.reviews.find((r) => r.membershipId === member.id)
  return {
    head: headDto(assignment, actor.at),
    ...{ id: row.id, position: row.position, title: row.title, count, manage },
    fields: await fieldsFor(actor, assignment.course, row.content),
    template: { title: row.template.title, criteria, outOf: outOf(criteria) },
    solution: manage || mine ? { ...scored(row.levels), commentHtml: renderMarkdown(row.comment) } : null,
    mine: mine ? scored(mine.levels) : null,
    scored: manage
      ? row.reviews
          .map((r) => ({ name: r.membership.user.name, ...scored(r.levels) }))
          .sort((a, b) => a.name.localeCompare(b.name))
      : [],
  }
}

/** What an example can be made from. */
export async function exampleForm(actor: Actor, courseId: string, slug: string): Promise<ExampleForm> {
  authoriseMember(actor, 'review.moderate', courseId)
  const assignment = await assignmentOf(actor, courseId, slug)
  const [templates, critiques] = await Promise.all([
    db.template.findMany({
      where: { courseId, archivedAt: null, criteria: { some: {} } },
      orderBy: { code: 'asc' },
      select: {
        ...{ id: true, title: true, example: true, criteria: CRITERIA },
        fields: { orderBy: { position: 'asc' }, select: { code: true, title: true } },
      },
    }),
    db.critique.findMany({
      where: {
        AND: [
          { assignment: { courseId, id: { not: assignment.id } }, submittedAt: { not: null } },
          visibleCritiques(actor),
        ],
      },
      take: 200,
      select: {
        ...{ id: true, templateId: true },
        assignment: { select: { title: true } },
        author: { select: { user: { select: { name: true } } } },
      },
    }),
  ])
  return {
    head: headDto(assignment, actor.at),
    templates: templates.map(({ example, ...t }) => ({
      ...t,
      criteria: t.criteria.map((c) => ({ ...c, levels: c.levels as Level[] })),
      example: (example as { fields?: Record<string, string> } | null)?.fields ?? {},
    })),
    critiques: critiques.map((c) => ({
      ...{ id: c.id, templateId: c.templateId },
      label: `${c.assignment.title}: ${c.author.user.name}`,
    })),
  }
}

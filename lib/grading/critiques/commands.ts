import 'server-only'
import { db, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember, visibleAssignments } from '@/lib/policy'
import { isWhole, pointsFor } from '../rules/critique-mark'
import type { GiveGrade, GradeDto, OverrideGrade, ReleaseGrades } from '../schema'
import { criteriaOf } from './criteria'
import { type Graded, gradeDto, gradedCritiques } from './load'

async function graded(actor: Actor, id: string): Promise<Graded> {
  const [row] = await gradedCritiques(actor, { id })
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

type Change = {
  levels?: object
  comment?: string
  points?: number
  override?: number | null
  overrideReason?: string
}

/** Writes the grade and says so to the staff; to the author too where it has been released. */
async function write(actor: Actor, row: Graded, change: Change): Promise<GradeDto> {
  const { id: critiqueId, assignment } = row
  const member = authoriseMember(actor, 'grade.give', assignment.courseId)
  const data = { ...change, byId: member.id, updatedAt: actor.at }
  await transaction(async (tx) => {
    await tx.grade.upsert({ where: { critiqueId }, create: { critiqueId, ...data }, update: data })
    const { courseId, id: scopeId } = assignment
    const { points, override, overrideReason } = change
    await recordEvent(tx, {
      audience: 'STAFF',
      courseId,
      type: 'grade.given',
      actorId: member.id,
      subjectId: critiqueId,
      scopeId,
      payload: { points, override, overrideReason },
      at: actor.at,
    })
  })
  return gradeDto(await graded(actor, critiqueId))
}

/**
 * Grades a critique by its rubric. The author sees it once it is released. Errors: NOT_FOUND (not handed in, or not
 * theirs to see), FORBIDDEN, INVALID (a criterion without a level, or a level that it does not have).
 */
export async function giveGrade(actor: Actor, { critiqueId, levels, comment }: GiveGrade): Promise<GradeDto> {
  const row = await graded(actor, critiqueId)
  authoriseMember(actor, 'grade.give', row.assignment.courseId)
  const criteria = criteriaOf(row.template.criteria)
  if (!isWhole(criteria, levels))
    throw new AppError('INVALID', 'Choose a level for every criterion.', {
      fields: { levels: 'Choose a level for every criterion.' },
    })
  for (const { id, name, choices } of criteria)
    if (!choices.includes(levels[id] ?? -1)) throw new AppError('INVALID', `“${name}” has no such level.`)
  const points = pointsFor(criteria, levels, row.assignment.outOf)
  return write(actor, row, { levels, comment, points })
}

/** Sets a mark in place of what rubric and lateness give, with a reason; null gives that back. Errors: as above. */
export async function overrideGrade(
  actor: Actor,
  { critiqueId, mark, reason }: OverrideGrade,
): Promise<GradeDto> {
  const row = await graded(actor, critiqueId)
  const { outOf, courseId } = row.assignment
  authoriseMember(actor, 'grade.give', courseId)
  if (mark !== null && mark > outOf)
    throw new AppError('INVALID', `The mark is at most ${outOf}.`, {
      fields: { mark: `The mark is at most ${outOf}.` },
    })
  return write(actor, row, { override: mark, overrideReason: mark === null ? '' : reason })
}

/**
 * Shows every mark that there is to its author: all at once, or one group's. Marks that are given later wait for the
 * next release. Errors: NOT_FOUND, FORBIDDEN.
 */
export async function releaseGrades(
  actor: Actor,
  { assignmentId, groupId }: ReleaseGrades,
): Promise<{ released: number }> {
  const assignment = await db.assignment.findFirst({
    where: { AND: [{ id: assignmentId }, visibleAssignments(actor)] },
    select: { courseId: true },
  })
  if (!assignment) throw new AppError('NOT_FOUND')
  const { courseId } = assignment
  const member = authoriseMember(actor, 'grade.release', courseId)
  if (groupId && !(await db.group.count({ where: { id: groupId, courseId } })))
    throw new AppError('NOT_FOUND')
  return transaction(async (tx) => {
    const { count } = await tx.grade.updateMany({
      where: {
        releasedAt: null,
        OR: [{ points: { not: null } }, { override: { not: null } }],
        critique: { assignmentId, ...(groupId ? { author: { groupId } } : {}) },
      },
      data: { releasedAt: actor.at },
    })
    if (count === 0) return { released: 0 }
    if (!groupId)
      await tx.assignment.updateMany({
        where: { id: assignmentId, gradesReleasedAt: null },
        data: { gradesReleasedAt: actor.at },
      })
    await recordEvent(tx, {
      ...(groupId ? { audience: 'GROUP', audienceId: groupId } : { audience: 'EVERYONE' }),
      courseId,
      type: 'grade.released',
      actorId: member.id,
      subjectId: assignmentId,
      scopeId: assignmentId,
      at: actor.at,
    })
    return { released: count }
  })
}

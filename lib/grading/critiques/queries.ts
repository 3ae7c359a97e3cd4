import 'server-only'
import { peerScores } from '@/lib/critiques/reviews/queries'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, authoriseMember, memberIn, visibleAssignments } from '@/lib/policy'
import type { GradingSheet, MyGrade } from '../schema'
import { criteriaOf } from './criteria'
import { gradeDto, gradedCritiques } from './load'

type Score = Awaited<ReturnType<typeof peerScores>>[number]

/** Shares of the rubric as points of the assignment, to two decimals. */
function peersOf(score: Score | undefined, outOf: number): GradingSheet['rows'][number]['peers'] {
  if (!score || score.raw === null || score.calibrated === null) return null
  const points = (share: number) => Math.round(share * outOf * 100) / 100
  return { raw: points(score.raw), calibrated: points(score.calibrated), reviews: score.reviews }
}

/** Everything handed in for an assignment, with its grades. Errors: NOT_FOUND, FORBIDDEN. */
export async function gradingSheet(actor: Actor, courseId: string, slug: string): Promise<GradingSheet> {
  authoriseMember(actor, 'gradebook.view', courseId)
  const assignment = await db.assignment.findFirst({
    where: { AND: [{ courseId, slug }, visibleAssignments(actor)] },
    select: { ...{ id: true, slug: true, title: true, outOf: true, gradesReleasedAt: true } },
  })
  if (!assignment) throw new AppError('NOT_FOUND')
  const [rows, scores, groups] = await Promise.all([
    gradedCritiques(actor, { assignmentId: assignment.id }),
    peerScores(actor, assignment.id),
    db.group.findMany({ where: { courseId }, orderBy: { name: 'asc' }, select: { id: true, name: true } }),
  ])
  const peers = new Map(scores.map((score) => [score.critiqueId, score]))
  return {
    ...assignment,
    gradesReleasedAt: assignment.gradesReleasedAt?.toISOString() ?? null,
    groups,
    rows: rows.map((row) => ({
      critiqueId: row.id,
      author: row.author.user.name,
      group: row.author.group?.name ?? null,
      template: row.template.title,
      submission: row.submissions[0]?.number ?? 1,
      peers: peersOf(peers.get(row.id), assignment.outOf),
      criteria: criteriaOf(row.template.criteria),
      grade: gradeDto(row),
    })),
  }
}

/** The viewer's own marks: those that are released, whole; the others not at all. */
export async function myGrades(actor: Actor, courseId: string): Promise<MyGrade[]> {
  const member = memberIn(actor, courseId)
  if (!member) throw new AppError('NOT_FOUND')
  const rows = await gradedCritiques(actor, {
    authorId: member.id,
    assignment: { courseId },
    grade: { releasedAt: { not: null } },
  })
  return rows.map((row) => {
    const { comment, ...grade } = gradeDto(row)
    const { id, slug, title, outOf } = row.assignment
    return {
      ...{ critiqueId: row.id, assignmentId: id, slug, title, outOf, grade },
      commentHtml: renderMarkdown(comment),
      criteria: criteriaOf(row.template.criteria),
    }
  })
}

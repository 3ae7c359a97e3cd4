import 'server-only'
import { db } from '@/lib/db'
import { type Actor, authoriseMember } from '@/lib/policy'
import { outOf } from '../../rules/total'
import type { ConflictDto, DeskPerson, DeskRow, ReviewsDesk } from '../dto'
import { assignmentOf, headDto, stateOf } from './head'
import { type Scores, scoresOf } from './scores'
import { helpfulnessOf } from './tasks'

const NAME = { select: { user: { select: { name: true } } } } as const

const critiquesOf = (assignmentId: string) =>
  db.critique.findMany({
    where: { assignmentId, submittedAt: { not: null } },
    select: {
      ...{ id: true, authorId: true, author: NAME },
      template: { select: { title: true, criteria: { select: { weight: true } } } },
      allocations: {
        orderBy: { number: 'asc' },
        select: { reviewerId: true, number: true, byHand: true, reviewer: NAME },
      },
      reviewDrafts: true,
      reviews: { select: { reviewerId: true, submittedAt: true, releasedAt: true, hiddenAt: true } },
    },
  })
type CritiqueRow = Awaited<ReturnType<typeof critiquesOf>>[number]

function deskRow(row: CritiqueRow, { scores }: Scores): DeskRow {
  const most = outOf(row.template.criteria)
  const found = scores.get(row.id)
  return {
    ...{ critiqueId: row.id, author: row.author.user.name, authorId: row.authorId },
    ...{ template: row.template.title, outOf: most },
    reviewers: row.allocations.map((a) => {
      const review = row.reviews.find((r) => r.reviewerId === a.reviewerId)
      const draft = row.reviewDrafts.find((d) => d.reviewerId === a.reviewerId)
      return {
        ...{ id: a.reviewerId, name: a.reviewer.user.name, number: a.number, byHand: a.byHand },
        ...{ state: stateOf(draft, review), hidden: review?.hiddenAt != null },
      }
    }),
    raw: found ? found.raw * most : null,
    calibrated: found ? found.calibrated * most : null,
  }
}

async function peopleOf(rows: DeskRow[], scores: Scores): Promise<DeskPerson[]> {
  const names = new Map(rows.flatMap((row) => row.reviewers.map((r) => [r.id, r.name] as const)))
  const helpfulness = await helpfulnessOf([...names.keys()])
  const all = rows.flatMap((row) => row.reviewers)
  return [...names]
    .map(([id, name]) => {
      const own = all.filter((r) => r.id === id)
      const fit = scores.reviewers.get(id)
      const apart = scores.distances.get(id)
      return {
        ...{ id, name, given: own.length },
        done: own.filter((r) => r.state === 'SUBMITTED' || r.state === 'CHANGED').length,
        bias: fit ? fit.bias * 100 : null,
        distance: apart === undefined ? null : apart * 100,
        examples: fit?.examples ?? 0,
        helpfulness: helpfulness.get(id) ?? null,
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}

async function conflictsOf(courseId: string, rows: DeskRow[]): Promise<ConflictDto[]> {
  const found = await db.reviewConflict.findMany({
    where: { courseId },
    orderBy: { createdAt: 'asc' },
    select: { id: true, reason: true, aId: true, bId: true, a: NAME, b: NAME },
  })
  return found.map(({ id, reason, aId, bId, a, b }) => ({
    ...{ id, reason, a: a.user.name, b: b.user.name },
    pairs: rows.filter((row) => {
      const other = row.authorId === aId ? bId : row.authorId === bId ? aId : null
      return other !== null && row.reviewers.some((r) => r.id === other)
    }).length,
  }))
}

/** Everything about an assignment's reviews, for its staff. Errors: NOT_FOUND, FORBIDDEN. */
export async function reviewsDesk(actor: Actor, courseId: string, slug: string): Promise<ReviewsDesk> {
  authoriseMember(actor, 'review.moderate', courseId)
  const assignment = await assignmentOf(actor, courseId, slug)
  const [critiques, scores, students, examples] = await Promise.all([
    critiquesOf(assignment.id),
    scoresOf(assignment.id),
    db.membership.findMany({
      where: { courseId, removedAt: null, role: 'STUDENT' },
      select: { id: true, user: { select: { name: true } } },
    }),
    db.calibrationExample.findMany({
      where: { assignmentId: assignment.id },
      orderBy: { position: 'asc' },
      select: { position: true, title: true, _count: { select: { reviews: true } } },
    }),
  ])
  const rows = critiques.map((c) => deskRow(c, scores)).sort((a, b) => a.author.localeCompare(b.author))
  return {
    head: headDto(assignment, actor.at),
    perSubmission: assignment.reviewsEach,
    allocatedAt: assignment.allocatedAt?.toISOString() ?? null,
    seed: assignment.allocationSeed ?? crypto.randomUUID().slice(0, 8),
    rows,
    people: await peopleOf(rows, scores),
    conflicts: await conflictsOf(courseId, rows),
    students: students
      .map((s) => ({ id: s.id, name: s.user.name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    examples: examples.map(({ _count, ...e }) => ({ ...e, scored: _count.reviews })),
    short: rows.filter((r) => r.reviewers.length < assignment.reviewsEach).length,
    held: critiques.flatMap((c) => c.reviews).filter((r) => r.releasedAt === null).length,
  }
}

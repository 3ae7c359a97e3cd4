import 'server-only'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { type Calibration, calibrate, distance, type Example, type Scored } from '../../rules/calibrate'
import { outOf, reviewTotal } from '../../rules/total'
import type { Level } from '../../schema'
import { moderated } from '../commands/find'
import type { PeerScore } from '../dto'

type Rubric = { id: string; weight: number; levels: Level[] }[]

const CRITERIA = { select: { criteria: { select: { id: true, weight: true, levels: true } } } } as const
const rubricOf = (template: { criteria: { id: string; weight: number; levels: unknown }[] }): Rubric =>
  template.criteria.map((c) => ({ ...c, levels: c.levels as Level[] }))

/** As a share of what can be earned, so that different rubrics can be compared. */
export const shareOf = (rubric: Rubric, levels: Record<string, number>): number => {
  const most = outOf(rubric)
  return most === 0 ? 0 : Math.min(1, Math.max(0, reviewTotal(rubric, levels) / most))
}

/** Reviews that count: by students, and not hidden. */
async function peerReviews(assignmentId: string): Promise<Scored[]> {
  const rows = await db.review.findMany({
    where: {
      critique: { assignmentId, submittedAt: { not: null } },
      hiddenAt: null,
      reviewer: { role: 'STUDENT' },
    },
    select: {
      ...{ critiqueId: true, reviewerId: true },
      scores: { select: { criterionId: true, level: true } },
      critique: { select: { template: CRITERIA } },
    },
  })
  return rows
    .filter((row) => row.critique.template.criteria.length > 0)
    .map((row) => ({
      reviewer: row.reviewerId,
      of: row.critiqueId,
      score: shareOf(
        rubricOf(row.critique.template),
        Object.fromEntries(row.scores.map((s) => [s.criterionId, s.level])),
      ),
    }))
}

async function calibrations(assignmentId: string): Promise<Example[]> {
  const rows = await db.calibrationExample.findMany({
    where: { assignmentId },
    select: {
      ...{ id: true, levels: true, template: CRITERIA },
      reviews: { select: { membershipId: true, levels: true } },
    },
  })
  return rows.flatMap(({ id, levels, template, reviews }) => {
    const rubric = rubricOf(template)
    const truth = shareOf(rubric, levels as Record<string, number>)
    return reviews.map((r) => ({
      ...{ reviewer: r.membershipId, of: `example ${id}`, truth },
      score: shareOf(rubric, r.levels as Record<string, number>),
    }))
  })
}

export type Scores = Calibration & { distances: Map<string, number> }

/** Raw and calibrated peer scores of an assignment, with what was found of each reviewer. No authorisation. */
export async function scoresOf(assignmentId: string): Promise<Scores> {
  const [reviews, examples] = await Promise.all([peerReviews(assignmentId), calibrations(assignmentId)])
  const people = new Set(examples.map((e) => e.reviewer))
  const distances = [...people].map((id): [string, number] => [
    id,
    distance(examples.filter((e) => e.reviewer === id)) ?? 0,
  ])
  return { ...calibrate(reviews, examples), distances: new Map(distances) }
}

/**
 * For grading: the peer scores of every submitted critique of the assignment, as shares of what its rubric can give.
 * Errors: NOT_FOUND, FORBIDDEN (not of the staff).
 */
export async function peerScores(actor: Actor, assignmentId: string): Promise<PeerScore[]> {
  await moderated(actor, assignmentId)
  const [critiques, { scores }] = await Promise.all([
    db.critique.findMany({
      where: { assignmentId, submittedAt: { not: null } },
      orderBy: { id: 'asc' },
      select: { id: true, authorId: true },
    }),
    scoresOf(assignmentId),
  ])
  return critiques.map(({ id, authorId }) => {
    const found = scores.get(id)
    return {
      ...{ critiqueId: id, authorId },
      raw: found?.raw ?? null,
      calibrated: found?.calibrated ?? null,
      reviews: found?.reviews ?? 0,
    }
  })
}

import 'server-only'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Plan, type PlanRequest, plan } from '../../rules/plan'

type Assignment = { id: string; courseId: string; reviewsEach: number }
type Options = { seed: string; anew: boolean; everyone: boolean }

/** Everything that an allocation of this assignment has to go by. Six statements, whatever the class's size. */
export async function gather(
  tx: Tx,
  { id, courseId, reviewsEach }: Assignment,
  { everyone, ...options }: Options,
): Promise<PlanRequest & { names: Map<string, string> }> {
  const pair = { critiqueId: true, reviewerId: true } as const
  const [critiques, students, rows, conflicts, drafts, reviews] = await Promise.all([
    tx.critique.findMany({
      where: { assignmentId: id, submittedAt: { not: null }, author: { removedAt: null } },
      select: { id: true, authorId: true, author: { select: { user: { select: { name: true } } } } },
    }),
    tx.membership.findMany({ where: { courseId, role: 'STUDENT', removedAt: null }, select: { id: true } }),
    tx.reviewAssignment.findMany({
      where: { assignmentId: id },
      select: { ...pair, number: true, byHand: true, reviewer: { select: { removedAt: true } } },
    }),
    tx.reviewConflict.findMany({ where: { courseId }, select: { aId: true, bId: true } }),
    tx.reviewDraft.findMany({ where: { critique: { assignmentId: id } }, select: pair }),
    tx.review.findMany({ where: { critique: { assignmentId: id } }, select: pair }),
  ])
  const begun = new Set([...drafts, ...reviews].map((p) => `${p.critiqueId} ${p.reviewerId}`))
  const takesPart = new Set([...critiques.map((c) => c.authorId), ...rows.map((r) => r.reviewerId)])
  return {
    ...options,
    submissions: critiques.map((c) => ({ id: c.id, author: c.authorId })),
    reviewers: students.filter((s) => everyone || takesPart.has(s.id)).map((s) => s.id),
    perSubmission: reviewsEach,
    conflicts: conflicts.map(({ aId, bId }): [string, string] => [aId, bId]),
    standing: rows.map(({ critiqueId, reviewerId, number, byHand, reviewer }) => ({
      ...{ submission: critiqueId, reviewer: reviewerId, number, byHand },
      begun: begun.has(`${critiqueId} ${reviewerId}`),
      gone: reviewer.removedAt !== null,
    })),
    names: new Map(critiques.map((c) => [c.id, c.author.user.name])),
  }
}

/** `plan`, with a refusal that names the author where it names an id. */
export function planned({ names, ...request }: Awaited<ReturnType<typeof gather>>): Plan {
  try {
    return plan(request)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const named = error.message.replace(/Submission "([^"]*)"/, (_, id) => `The critique by ${names.get(id)}`)
    throw new AppError('CONFLICT', named)
  }
}

import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember } from '@/lib/policy'
import { participation } from '../rules/participation'
import type { Contribution, Formula } from '../schema'
import { contributionsIn } from './contributions'
import { schemeOf } from './queries'

/** Everything from which anybody can compute every mark again: scripts/recompute-marks.mjs does. */
export type ParticipationLog = {
  format: 'colloquy-participation-log'
  version: 1
  course: string
  at: string
  formula: Formula
  members: { id: string; name: string; mark: number }[]
  contributions: Contribution[]
}

/** For the staff. Marks are points out of 100 as they count now. Errors: NOT_FOUND, FORBIDDEN, INVALID (no formula yet). */
export async function participationLog(actor: Actor, courseId: string): Promise<ParticipationLog> {
  authoriseMember(actor, 'gradebook.view', courseId)
  const scheme = await schemeOf(courseId)
  if (!scheme) throw new AppError('INVALID', 'Set the formula first.')
  const [course, students, contributions] = await Promise.all([
    db.course.findUniqueOrThrow({ where: { id: courseId }, select: { title: true } }),
    db.membership.findMany({
      where: { courseId, role: 'STUDENT', removedAt: null },
      orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
      select: { id: true, user: { select: { name: true } } },
    }),
    contributionsIn(courseId, null),
  ])
  const { formula } = scheme
  return {
    format: 'colloquy-participation-log',
    version: 1,
    course: course.title,
    at: actor.at.toISOString(),
    formula,
    members: students.map(({ id, user }) => ({
      id,
      name: user.name,
      mark: participation(formula, id, contributions).centipoints / 100,
    })),
    contributions,
  }
}

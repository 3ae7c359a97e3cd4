import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, may, memberIn } from '@/lib/policy'
import { participation } from '../rules/participation'
import { Formula, type MyParticipation, type ParticipationTable, type Scheme } from '../schema'
import { contributionsIn } from './contributions'
import { describeContributions } from './described'

/** The course's formula, published or not; null where there is none. For callers that have authorised the actor. */
export async function schemeOf(courseId: string): Promise<Scheme | null> {
  const row = await db.gradeScheme.findUnique({ where: { courseId } })
  if (!row) return null
  const { revision, publishedAt } = row
  return { formula: Formula.parse(row.formula), revision, published: publishedAt !== null }
}

/** The formula for whoever may edit it, with how far the class has come: sorted values of each component. */
export async function schemePage(
  actor: Actor,
  courseId: string,
): Promise<{ scheme: Scheme | null; sections: number }> {
  authoriseMember(actor, 'gradebook.view', courseId)
  const [scheme, sections] = await Promise.all([
    schemeOf(courseId),
    db.section.count({ where: { retiredAt: null, reading: { courseId, publishedAt: { not: null } } } }),
  ])
  return { scheme, sections }
}

const MARK = { mark: true, override: true, overrideReason: true, releasedAt: true, components: true } as const

/** Every student's participation as it counts now, beside what was released. Four statements. */
export async function participationTable(actor: Actor, courseId: string): Promise<ParticipationTable> {
  authoriseMember(actor, 'gradebook.view', courseId)
  const [scheme, students, found] = await Promise.all([
    schemeOf(courseId),
    db.membership.findMany({
      where: { courseId, role: 'STUDENT', removedAt: null },
      orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
      select: {
        id: true,
        group: { select: { name: true } },
        user: { select: { name: true } },
        mark: { select: MARK },
      },
    }),
    contributionsIn(courseId, null),
  ])
  return {
    scheme,
    rows: students.map(({ id, group, user, mark }) => ({
      memberId: id,
      name: user.name,
      group: group?.name ?? null,
      now: scheme ? participation(scheme.formula, id, found) : null,
      override: mark?.override == null ? null : Number(mark.override),
      overrideReason: mark?.overrideReason ?? '',
      released: mark?.releasedAt ? Number(mark.override ?? mark.mark) : null,
    })),
  }
}

/**
 * A student's own participation, each component with what it was counted from; staff may ask for a member's. Null
 * where no formula is published. Errors: NOT_FOUND.
 */
export async function participationOf(
  actor: Actor,
  courseId: string,
  memberId: string,
): Promise<MyParticipation | null> {
  const mine = memberIn(actor, courseId)?.id === memberId
  if (!mine && !may(actor, 'gradebook.view', courseId)) throw new AppError('NOT_FOUND')
  const member = await db.membership.findFirst({
    where: { id: memberId, courseId, role: 'STUDENT' },
    select: { mark: { select: MARK } },
  })
  const scheme = await schemeOf(courseId)
  if (!member || !scheme || (mine && !scheme.published)) return null
  const found = await contributionsIn(courseId, memberId)
  const { mark } = member
  return {
    now: participation(scheme.formula, memberId, found),
    released: mark?.releasedAt
      ? {
          mark: Number(mark.override ?? mark.mark),
          reason: mark.override === null ? '' : mark.overrideReason,
          at: mark.releasedAt.toISOString(),
        }
      : null,
    contributions: await describeContributions(courseId, found),
  }
}

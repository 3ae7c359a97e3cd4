import 'server-only'
import { dueFor, type Lateness, lateness } from '@/lib/critiques/rules/late'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, visibleCritiques } from '@/lib/policy'
import { markOf } from '../rules/critique-mark'
import type { GradeDto } from '../schema'

const GRADED = {
  id: true,
  authorId: true,
  submittedAt: true,
  author: { select: { groupId: true, user: { select: { name: true } }, group: { select: { name: true } } } },
  template: {
    select: {
      id: true,
      title: true,
      criteria: {
        orderBy: { position: 'asc' },
        select: { id: true, name: true, weight: true, levels: true },
      },
    },
  },
  assignment: {
    select: {
      ...{ id: true, slug: true, title: true, courseId: true, outOf: true },
      ...{ dueAt: true, graceMinutes: true, penaltyPerDay: true, lateDays: true },
      course: { select: { timeZone: true } },
      extensions: { select: { membershipId: true, dueAt: true } },
    },
  },
  submissions: {
    where: { withdrawnAt: null },
    orderBy: { number: 'desc' },
    take: 1,
    select: { number: true, submittedAt: true },
  },
  grade: true,
} as const satisfies Prisma.CritiqueSelect

export type Graded = Prisma.CritiqueGetPayload<{ select: typeof GRADED }>

/** Critiques that were handed in, with what their marks follow from; as far as the actor may see them. */
export const gradedCritiques = (actor: Actor, where: Prisma.CritiqueWhereInput): Promise<Graded[]> =>
  db.critique.findMany({
    where: { AND: [{ submittedAt: { not: null } }, where, visibleCritiques(actor)] },
    orderBy: [{ author: { user: { name: 'asc' } } }, { id: 'asc' }],
    select: GRADED,
  })

/** How late what counts was handed in, by the rule and the author's own deadline. */
export function latenessOf({ assignment, authorId, submissions, submittedAt }: Graded): Lateness {
  const { extensions, course, dueAt, ...rule } = assignment
  const own = extensions.find((e) => e.membershipId === authorId)?.dueAt ?? null
  const at = submissions[0]?.submittedAt ?? submittedAt
  const { timeZone } = course
  return at
    ? lateness({ ...rule, timeZone, dueAt: dueFor(dueAt, own) }, at)
    : { state: 'ON_TIME', days: 0, factor: 1 }
}

const numbers = (json: unknown): Record<string, number> =>
  json && typeof json === 'object' && !Array.isArray(json) ? (json as Record<string, number>) : {}

export function gradeDto(row: Graded): GradeDto {
  const { grade } = row
  const { factor, days } = latenessOf(row)
  const points = grade?.points == null ? null : Number(grade.points)
  const override = grade?.override == null ? null : Number(grade.override)
  return {
    ...{ points, override, factor, daysLate: days },
    levels: numbers(grade?.levels),
    comment: grade?.comment ?? '',
    overrideReason: grade?.overrideReason ?? '',
    mark: markOf(points, factor, override),
    releasedAt: grade?.releasedAt?.toISOString() ?? null,
  }
}

import type { Prisma } from '@/lib/generated/prisma/client'
import { dueFor, type LateRule } from '../rules/late'

/** What lateness follows from, of an assignment. */
export const LATE_RULE = {
  ...{ dueAt: true, graceMinutes: true, penaltyPerDay: true, lateDays: true },
  course: { select: { timeZone: true } },
} as const satisfies Prisma.AssignmentSelect

/** The extensions of these memberships alone: nobody learns of another's. */
export const ownExtension = (memberIds: string[]) =>
  ({ where: { membershipId: { in: memberIds } }, select: { dueAt: true } }) as const

type Row = Prisma.AssignmentGetPayload<{ select: typeof LATE_RULE }> & { extensions?: { dueAt: Date }[] }

/** The rule as it holds for those whose extensions were read with it (one person's, or nobody's). */
export function ruleOf(row: Row, extension: Date | null = row.extensions?.[0]?.dueAt ?? null): LateRule {
  const { graceMinutes, penaltyPerDay, lateDays, course } = row
  return {
    dueAt: dueFor(row.dueAt, extension),
    ...{ graceMinutes, penaltyPerDay, lateDays, timeZone: course.timeZone },
  }
}

import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, visibleAssignments } from '@/lib/policy'
import { onClocks } from '@/lib/time/zones'
import type { AssignmentForm, AssignmentSetUp, ExtensionDto } from '../schema'

const FORM = {
  ...{ id: true, slug: true, title: true, brief: true, dueAt: true, reviewsDueAt: true },
  ...{ graceMinutes: true, penaltyPerDay: true, lateDays: true, outOf: true },
  ...{ reviewMode: true, reviewsEach: true },
  course: { select: { timeZone: true } },
  templates: { select: { templateId: true } },
  extensions: {
    orderBy: { dueAt: 'asc' },
    select: {
      ...{ membershipId: true, dueAt: true, reason: true, createdAt: true },
      membership: { select: { user: { select: { name: true } } } },
    },
  },
  _count: { select: { critiques: { where: { submissions: { some: {} } } } } },
} as const satisfies Prisma.AssignmentSelect
type Row = Prisma.AssignmentGetPayload<{ select: typeof FORM }>

function formOf({
  course,
  templates,
  extensions: _,
  _count,
  dueAt,
  reviewsDueAt,
  ...row
}: Row): AssignmentForm {
  const local = (at: Date | null) => (at ? onClocks(at, course.timeZone) : '')
  return {
    ...row,
    due: local(dueAt),
    reviewsDue: local(reviewsDueAt),
    templateIds: templates.map((t) => t.templateId),
    submitted: _count.critiques,
  }
}

const extensionDto = ({ membership, dueAt, createdAt, ...row }: Row['extensions'][number]): ExtensionDto => ({
  ...row,
  name: membership.user.name,
  dueAt: dueAt.toISOString(),
  givenAt: createdAt.toISOString(),
})

/** What the form of an assignment needs, for staff: a new one where no slug is given. */
export async function assignmentSetUp(
  actor: Actor,
  courseId: string,
  slug?: string,
): Promise<AssignmentSetUp> {
  authoriseMember(actor, 'critique.manage', courseId)
  const [row, templates, students] = await Promise.all([
    slug === undefined
      ? null
      : db.assignment.findFirst({
          where: { AND: [{ courseId, slug }, visibleAssignments(actor)] },
          select: FORM,
        }),
    db.template.findMany({
      where: { courseId },
      orderBy: { code: 'asc' },
      select: { id: true, title: true, archivedAt: true },
    }),
    db.membership.findMany({
      where: { courseId, role: 'STUDENT', removedAt: null },
      orderBy: { user: { name: 'asc' } },
      select: { id: true, user: { select: { name: true } } },
    }),
  ])
  if (slug !== undefined && !row) throw new AppError('NOT_FOUND')
  return {
    assignment: row && formOf(row),
    templates: templates.map(({ archivedAt, ...t }) => ({ ...t, archived: archivedAt !== null })),
    extensions: row?.extensions.map(extensionDto) ?? [],
    students: students.map(({ id, user }) => ({ id, name: user.name })),
  }
}

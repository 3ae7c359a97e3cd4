import type { Prisma } from '@/lib/generated/prisma/client'

/** The templates that a critique of the assignment can be begun with: those it names, or all that are not archived. */
export const offeredIn = ({ id, courseId }: { id: string; courseId: string }): Prisma.TemplateWhereInput => ({
  ...{ courseId, archivedAt: null },
  OR: [
    { assignments: { some: { assignmentId: id } } },
    { course: { assignments: { some: { id, templates: { none: {} } } } } },
  ],
})

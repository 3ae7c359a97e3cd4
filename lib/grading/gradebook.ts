import 'server-only'
import { db } from '@/lib/db'
import { type Actor, authoriseMember, visibleAssignments } from '@/lib/policy'
import { gradeDto, gradedCritiques } from './critiques/load'
import { participationTable } from './participation/queries'
import type { Gradebook } from './schema'

/** Every student with every mark that there is. Seven statements, however many there are. Errors: NOT_FOUND, FORBIDDEN. */
export async function gradebook(actor: Actor, courseId: string): Promise<Gradebook> {
  authoriseMember(actor, 'gradebook.view', courseId)
  const [assignments, critiques, participation, groups] = await Promise.all([
    db.assignment.findMany({
      where: { AND: [{ courseId }, visibleAssignments(actor)] },
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }],
      select: { id: true, slug: true, title: true, outOf: true },
    }),
    gradedCritiques(actor, { assignment: { courseId } }),
    participationTable(actor, courseId),
    db.group.findMany({ where: { courseId }, orderBy: { name: 'asc' }, select: { id: true, name: true } }),
  ])
  const cells = new Map(
    critiques.map((row) => {
      const { mark, releasedAt } = gradeDto(row)
      return [
        `${row.authorId} ${row.assignment.id}`,
        { critiqueId: row.id, mark, released: releasedAt !== null },
      ]
    }),
  )
  return {
    assignments,
    groups,
    scheme: participation.scheme,
    students: participation.rows.map((row) => ({
      ...row,
      marks: assignments.map(({ id }) => cells.get(`${row.memberId} ${id}`) ?? null),
    })),
  }
}

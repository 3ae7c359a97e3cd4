import 'server-only'
import { db, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember, visibleReports } from '@/lib/policy'
import type { HandleReport } from './schema'

/** Says what was done about a report; handled twice, the first stands. Errors: NOT_FOUND, CONFLICT. */
export async function handleReport(actor: Actor, { id, outcome }: HandleReport): Promise<{ handled: true }> {
  const report = await db.report.findFirst({ where: { AND: [{ id }, visibleReports(actor)] } })
  if (!report) throw new AppError('NOT_FOUND')
  const member = authoriseMember(actor, 'report.handle', report.courseId)
  await transaction(async (tx) => {
    const { count } = await tx.report.updateMany({
      where: { id, handledAt: null },
      data: { handledAt: actor.at, handledById: member.id, outcome },
    })
    if (count === 0) throw new AppError('CONFLICT', 'Somebody has handled this report already.')
    await recordEvent(tx, {
      audience: 'STAFF',
      courseId: report.courseId,
      type: 'report.handled',
      actorId: member.id,
      subjectId: id,
      payload: { outcome },
      at: actor.at,
    })
  })
  return { handled: true }
}

import 'server-only'
import { type Tx, transaction } from '@/lib/db'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember } from '@/lib/policy'
import type { DefineTerms, PlanMeetings } from './schema'

async function replan(
  actor: Actor,
  courseId: string,
  changed: string,
  write: (tx: Tx) => Promise<unknown>,
): Promise<{ courseId: string }> {
  const member = authoriseMember(actor, 'course.edit', courseId)
  await transaction(async (tx) => {
    await write(tx)
    await recordEvent(tx, {
      courseId,
      type: 'course.changed',
      actorId: member.id,
      audience: 'EVERYONE',
      payload: { changed: [changed] },
      at: actor.at,
    })
  })
  return { courseId }
}

/** Sets the course's meetings, in the order given. */
export const planMeetings = (
  actor: Actor,
  { courseId, meetings }: PlanMeetings,
): Promise<{ courseId: string }> =>
  replan(actor, courseId, 'meetings', async (tx) => {
    await tx.meeting.deleteMany({ where: { courseId } })
    await tx.meeting.createMany({ data: meetings.map((m, i) => ({ ...m, courseId, position: i + 1 })) })
  })

/** Sets the course's glossary. */
export const defineTerms = (actor: Actor, { courseId, terms }: DefineTerms): Promise<{ courseId: string }> =>
  replan(actor, courseId, 'glossary', async (tx) => {
    await tx.glossaryTerm.deleteMany({ where: { courseId } })
    await tx.glossaryTerm.createMany({ data: terms.map((t) => ({ ...t, courseId })) })
  })

import { db } from '@/lib/db'
import type { ReviewMode } from '@/lib/generated/prisma/enums'
import { type Actor, memberIn } from '@/lib/policy'
import { enrol, makePerson } from '@/lib/testing/database'
import { taskKey } from '../rules/blind'
import { levelName, wordsName } from '../rules/review-draft'
import { makeCritiques } from '../testing'
import { allocateReviews, saveReviewDraft, submitReview } from './commands'
import { Allocate, SaveReviewDraft } from './schema'

/** An assignment with as many students who have submitted (beside the cast), to be reviewed. */
export async function makeReviewed(over: { mode?: ReviewMode; students?: number } = {}) {
  const room = await makeCritiques()
  const assignmentId = room.assignment.id
  await db.assignment.update({
    where: { id: assignmentId },
    data: { reviewMode: over.mode ?? 'DOUBLE_BLIND' },
  })
  const idOf = (actor: Actor) => memberIn(actor, room.courseId)?.id ?? ''
  const students: Actor[] = []
  const critiqueOf = new Map<string, string>()
  const join = async (): Promise<Actor> => {
    const student = await enrol(await makePerson(), room.courseId, 'STUDENT')
    critiqueOf.set(idOf(student), (await room.handIn(student)).id)
    students.push(student)
    return student
  }
  for (let i = 0; i < (over.students ?? 5); i++) await join()
  const actorOf = (id: string): Actor => {
    const found = students.find((s) => idOf(s) === id)
    if (!found) throw new Error('nobody of the students')
    return found
  }
  const allocate = (more: Partial<Allocate> = {}, actor = room.cast.instructor) =>
    allocateReviews(actor, Allocate.parse({ assignmentId, seed: 'seed', ...more }))
  const pairs = () => db.reviewAssignment.findMany({ where: { assignmentId }, orderBy: { number: 'asc' } })
  const taskOf = (pair: { critiqueId: string; reviewerId: string }) => ({ assignmentId, key: taskKey(pair) })
  /** Writes and submits what a pair asks for. */
  const review = async (
    pair: { critiqueId: string; reviewerId: string },
    level = 3,
    more: Record<string, string> = {},
  ) => {
    const actor = actorOf(pair.reviewerId)
    const names = Object.keys(room.levels(1, 1))
    const answers = {
      comment: 'A fair comment.',
      ...Object.fromEntries(names.map((id) => [levelName(id), String(level)])),
      [wordsName(names[0] ?? '')]: 'Of the logic.',
      ...more,
    }
    const saved = await saveReviewDraft(
      actor,
      SaveReviewDraft.parse({ ...taskOf(pair), revision: 0, answers }),
    )
    return submitReview(actor, { ...taskOf(pair), revision: saved.revision })
  }
  return { ...room, assignmentId, idOf, students, critiqueOf, actorOf, join, allocate, pairs, taskOf, review }
}
export type Reviewed = Awaited<ReturnType<typeof makeReviewed>>

import 'server-only'
import { db, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, visiblePolls } from '@/lib/policy'
import { recordPoll } from './record'
import type { ResolvePoll } from './schema'

const refuse = (sentence: string): never => {
  throw new AppError('INVALID', sentence, { fields: { code: sentence } })
}

/**
 * Says which option turned out to be so, or takes that back: credences are then scored. Errors: NOT_FOUND, FORBIDDEN,
 * CONFLICT while the poll is open, INVALID for what is not an option or a poll that asks for no credence.
 */
export async function resolvePoll(actor: Actor, { pollId, code }: ResolvePoll): Promise<{ id: string }> {
  const poll = await db.poll.findFirst({
    where: { AND: [{ id: pollId }, visiblePolls(actor)] },
    select: { courseId: true, method: true, closedAt: true, options: { select: { code: true } } },
  })
  if (!poll) throw new AppError('NOT_FOUND')
  const { courseId } = poll
  const member = authoriseMember(actor, 'poll.manage', courseId)
  if (poll.method !== 'CREDENCE')
    return refuse('Only credences can be held against what turned out to be so.')
  if (!poll.closedAt) throw new AppError('CONFLICT', 'Close the poll first.')
  if (code !== null && !poll.options.some((o) => o.code === code))
    return refuse('That is not an option of this poll.')
  await transaction(async (tx) => {
    await tx.poll.update({
      where: { id: pollId },
      data: { resolution: code, resolvedAt: code === null ? null : actor.at },
      select: { id: true },
    })
    await recordPoll(tx, actor, member, 'poll.resolved', { id: pollId, courseId })
  })
  return { id: pollId }
}

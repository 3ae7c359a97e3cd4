import 'server-only'
import type { Tx } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, type Member, visibleExplanations } from '@/lib/policy'
import { endLinks, openWave, sealWave } from '@/lib/polls/commands'
import { MOTION_OPTIONS, type OpenWave } from '@/lib/polls/schema'
import type { HeldPhase, SessionDebate } from './base'
import type { VoteRef } from './schema'

type Method = VoteRef['method']
const EXPLANATIONS = 'Which explanation fits best?'

/** The question of the debate's earlier vote, so that a voter's two ballots are linked; a question that is over is not gone on with. */
async function seriesOf(tx: Tx, debateId: string, method: Method): Promise<string | undefined> {
  const poll = await tx.poll.findFirst({
    where: { debateId, method, phase: { debateId }, series: { linkKey: { not: null } } },
    orderBy: { waveIndex: 'desc' },
    select: { seriesId: true },
  })
  return poll?.seriesId
}

const WAVES: Partial<Record<HeldPhase['kind'], string>> = {
  PRE_VOTE: 'before the debate',
  POST_VOTE: 'after the debate',
}

async function open(
  tx: Tx,
  { actor, member, debate, phase }: Entered,
  method: Method,
  asked: Pick<OpenWave, 'question' | 'options'>,
): Promise<void> {
  await openWave(tx, actor, member, {
    ...asked,
    ...{ courseId: debate.courseId, debateId: debate.id, phaseId: phase.id, method, rule: '' },
    ...{ seriesId: await seriesOf(tx, debate.id, method), hiddenUntilClose: true },
    wave: WAVES[phase.kind] ?? phase.name,
  })
}

type Entered = { actor: Actor; member: Member; debate: SessionDebate; phase: HeldPhase }

/** Opens the ballots of a vote phase, once: a vote that was held is not put again. Records `poll.opened`. */
export async function openVotes(tx: Tx, entered: Entered): Promise<void> {
  const { actor, debate, phase } = entered
  if ((await tx.poll.count({ where: { phaseId: phase.id } })) > 0) return
  await open(tx, entered, 'PLURALITY', { question: debate.motion, options: MOTION_OPTIONS })
  if (!debate.ranksExplanations) return
  const explanations = await tx.explanation.count({
    where: { AND: [{ courseId: debate.courseId }, visibleExplanations(actor)] },
  })
  if (explanations >= 2)
    await open(tx, entered, 'RANKED', { question: EXPLANATIONS, options: 'explanations' })
}

/**
 * Closes the ballots of a vote phase for good; answers whether there were any. Their questions and they are locked
 * before the first event is recorded: a ballot that is being cast holds its poll and then waits for the course's
 * counter. With the second vote the key goes that links ballots on the motion.
 */
export async function sealVotes(tx: Tx, actor: Actor, courseId: string, phase: HeldPhase): Promise<boolean> {
  await tx.$queryRaw(Prisma.sql`
    SELECT 1 FROM "PollSeries" WHERE "id" IN (
      SELECT "seriesId" FROM "Poll" WHERE "phaseId" = ${phase.id}::uuid AND "closedAt" IS NULL)
    ORDER BY "id" FOR UPDATE`)
  const polls = await tx.$queryRaw<{ id: string; seriesId: string; method: string }[]>(Prisma.sql`
    SELECT "id", "seriesId", "method"::text FROM "Poll" WHERE "phaseId" = ${phase.id}::uuid AND "closedAt" IS NULL
    ORDER BY "id" FOR UPDATE`)
  for (const { id } of polls) await sealWave(tx, actor, { id, courseId })
  const motion = polls.filter((p) => p.method === 'PLURALITY').map((p) => p.seriesId)
  if (phase.kind === 'POST_VOTE') await endLinks(tx, motion)
  return polls.length > 0
}

/** The ballots of a phase, the motion's first. */
export async function votesOf(tx: Tx, phaseId: string | null): Promise<VoteRef[]> {
  if (phaseId === null) return []
  const polls = await tx.poll.findMany({
    where: { phaseId, method: { in: ['PLURALITY', 'RANKED'] } },
    orderBy: [{ method: 'asc' }, { id: 'asc' }],
    select: { id: true, slug: true, method: true, closedAt: true },
  })
  return polls.map(({ id, slug, method, closedAt }) => ({
    ...{ id, slug, open: closedAt === null },
    method: method === 'RANKED' ? 'RANKED' : 'PLURALITY',
  }))
}

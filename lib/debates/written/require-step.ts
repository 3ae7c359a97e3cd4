import 'server-only'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { maySpeak } from '../rules/floor'
import { WRITTEN_MINUTES } from '../rules/written'

/** Whether the debate is written over days. */
const isWrittenDebate = async (tx: Tx, debateId: string): Promise<boolean> =>
  (await tx.phase.count({ where: { debateId } })) > 0 &&
  (await tx.phase.count({ where: { debateId, minutes: { lt: WRITTEN_MINUTES } } })) === 0

const KEPT = 'Your words are still here.'

type Step = { name: string; speakers: unknown; over: boolean }

/** The step that runs, and whether its time is over by the database's clock. */
async function runningStep(tx: Tx, debateId: string): Promise<Step | null> {
  const [row] = await tx.$queryRaw<Step[]>`
    SELECT p."name", p."speakers", s."endsAt" <= clock_timestamp() AS over FROM "DebateSession" s
    JOIN "Phase" p ON p."id" = s."phaseId" WHERE s."debateId" = ${debateId}::uuid AND s."endsAt" IS NOT NULL`
  return row ?? null
}

/**
 * In a written debate each step has its writers and its hours: refuses what is not of the step that runs. In a room
 * the chair sees to that, and nothing is refused. Errors: CLOSED, CONFLICT.
 */
export async function requireStep(tx: Tx, debateId: string, speakerId: string): Promise<void> {
  if (!(await isWrittenDebate(tx, debateId))) return
  const step = await runningStep(tx, debateId)
  if (!step) throw new AppError('CLOSED', `No step of this debate is open now. ${KEPT}`)
  if (step.over) throw new AppError('CLOSED', `“${step.name}” has closed; nothing is added later. ${KEPT}`)
  const speakers = Array.isArray(step.speakers) ? step.speakers.map(String) : []
  const role = await tx.debateRole.findUnique({
    where: { debateId_membershipId: { debateId, membershipId: speakerId } },
    select: { side: true, label: true, part: true },
  })
  if (maySpeak(speakers, role)) return
  throw new AppError(
    'CONFLICT',
    speakers.length
      ? `In “${step.name}”, ${speakers.join(', ')} write. ${KEPT}`
      : `Nothing is written in “${step.name}”. ${KEPT}`,
  )
}

import 'server-only'
import { db, type Tx } from '@/lib/db'
import { type HeldSession, loadSession } from './base'
import type { ClockDto } from './schema'
import { votesOf } from './votes'

export async function clockFrom(tx: Tx, { standing, revision, left, now }: HeldSession): Promise<ClockDto> {
  const phaseId = 'phaseId' in standing ? standing.phaseId : null
  return {
    revision,
    state: standing.state,
    phaseId,
    endsAt: standing.state === 'RUNNING' ? standing.endsAt : null,
    leftMs: standing.state === 'PAUSED' ? standing.leftMs : null,
    now: now.getTime(),
    left: [...left],
    votes: await votesOf(tx, phaseId),
  }
}

/** Where the debate's session stands, by the database's clock. */
export const clockOf = async (tx: Tx, debateId: string): Promise<ClockDto> =>
  clockFrom(tx, await loadSession(tx, debateId))

/** Milliseconds of the database's clock. */
export async function databaseTime(): Promise<number> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
  return row?.now.getTime() ?? Date.now()
}

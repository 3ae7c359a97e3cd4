import 'server-only'
import type { Tx } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import type { NewEvent } from './types'

export const CHANNEL = 'colloquy'

/**
 * Writes the event in the caller's transaction and wakes the listeners of every process at its commit.
 *
 * The number comes from the course's counter, whose row lock is held until the commit, so numbers appear in
 * commit order and a reader that has seen n has seen everything below it. Call it last: the lock is what
 * writers of one course wait for.
 *
 * @returns the event's number.
 */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<number> {
  const audienceId = 'audienceId' in event ? event.audienceId : null
  const rows = await tx.$queryRaw<{ seq: bigint }[]>(Prisma.sql`
    WITH counter AS (
      UPDATE "Course" SET "eventSeq" = "eventSeq" + 1 WHERE "id" = ${event.courseId}::uuid RETURNING "eventSeq" AS seq
    ), written AS (
      INSERT INTO "Event" ("courseId", "seq", "type", "actorId", "audience", "audienceId", "subjectId", "scopeId", "payload", "createdAt")
      SELECT ${event.courseId}::uuid, seq, ${event.type}, ${event.actorId}::uuid, ${event.audience}::"Audience",
        ${audienceId}::uuid, ${event.subjectId ?? null}::uuid, ${event.scopeId ?? null}::uuid,
        ${JSON.stringify(event.payload ?? {})}::jsonb, ${event.at}
      FROM counter RETURNING "seq"
    )
    SELECT "seq", pg_notify(${CHANNEL}, ${`course:${event.courseId}:`} || "seq")::text FROM written`)
  return Number(rows[0]?.seq)
}

/** Tells every process that what this person may do has changed: their open streams are checked again. */
export async function wakeUser(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${CHANNEL}, ${`user:${userId}`})::text`
}

import 'server-only'
import type { Tx } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import type { NewEvent } from './types'

export const CHANNEL = 'colloquy'

/**
 * The common table expressions that write an event and wake the listeners of every process at the commit; `woken`
 * holds the event's number, or nothing when `onlyIf` (a condition on earlier expressions) does not hold.
 *
 * The number comes from the course's counter, whose row lock is held until the commit, so numbers appear in commit
 * order and a reader that has seen n has seen everything below it.
 */
export function eventCtes(event: NewEvent, onlyIf: Prisma.Sql = Prisma.sql`true`): Prisma.Sql {
  const audienceId = 'audienceId' in event ? event.audienceId : null
  return Prisma.sql`
    counter AS (
      UPDATE "Course" SET "eventSeq" = "eventSeq" + 1
      WHERE "id" = ${event.courseId}::uuid AND ${onlyIf} RETURNING "eventSeq" AS seq
    ), written AS (
      INSERT INTO "Event" ("courseId", "seq", "type", "actorId", "audience", "audienceId", "subjectId", "scopeId", "payload", "createdAt")
      SELECT ${event.courseId}::uuid, seq, ${event.type}, ${event.actorId}::uuid, ${event.audience}::"Audience",
        ${audienceId}::uuid, ${event.subjectId ?? null}::uuid, ${event.scopeId ?? null}::uuid,
        ${JSON.stringify(event.payload ?? {})}::jsonb, ${event.at}
      FROM counter RETURNING "seq"
    ), woken AS (
      SELECT "seq", pg_notify(${CHANNEL}, ${`course:${event.courseId}:`} || "seq")::text AS told FROM written
    )`
}

/**
 * Writes the event in the caller's transaction. Call it last: writers of one course wait for its counter.
 * @returns the event's number.
 */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<number> {
  const rows = await tx.$queryRaw<{ seq: bigint }[]>(
    Prisma.sql`WITH ${eventCtes(event)} SELECT "seq", told FROM woken`,
  )
  return Number(rows[0]?.seq)
}

/**
 * `recordEvent` for many events of one course and moment at once: two statements, whatever their number. They take
 * consecutive numbers in the order given; listeners are woken once.
 */
export async function recordEvents(tx: Tx, courseId: string, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  const [counter] = await tx.$queryRaw<{ seq: bigint }[]>`
    UPDATE "Course" SET "eventSeq" = "eventSeq" + ${events.length} WHERE "id" = ${courseId}::uuid
    RETURNING "eventSeq" AS seq`
  const last = Number(counter?.seq)
  const first = last - events.length + 1
  await tx.event.createMany({
    data: events.map((event, i) => ({
      ...{ courseId, seq: first + i, type: event.type, actorId: event.actorId, audience: event.audience },
      audienceId: 'audienceId' in event ? event.audienceId : null,
      subjectId: event.subjectId ?? null,
      scopeId: event.scopeId ?? null,
      payload: (event.payload ?? {}) as Prisma.InputJsonObject,
      createdAt: event.at,
    })),
  })
  await tx.$queryRaw`SELECT pg_notify(${CHANNEL}, ${`course:${courseId}:${last}`})::text`
}

/** Tells every process that what this person may do has changed: their open streams are checked again. */
export async function wakeUser(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${CHANNEL}, ${`user:${userId}`})::text`
}

/** Tells every process that there is something to do about an import. */
export async function wakeImports(tx: Tx, jobId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${CHANNEL}, ${`import:${jobId}`})::text`
}

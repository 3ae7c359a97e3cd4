import 'server-only'
import { db, pool, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { CHANNEL, wakeImports } from '@/lib/events'
import { type Actor, authoriseMember, visibleImports } from '@/lib/policy'
import type { DraftId, ImportDto } from '../draft-schema'
import { LIMITS, megabytes } from '../import/limits'
import { importState } from './queries'

/** What a course has waiting keeps its files in the database meanwhile. */
const MOST_WAITING = 10
const WAIT_SECONDS = 30

export const TOO_LARGE = `The file is larger than ${megabytes(LIMITS.fileBytes)}. Split it, or save it with smaller pictures.`

/** Refuses before anything of the file is read: FORBIDDEN, NOT_FOUND, or TOO_MANY while others wait. */
export async function requireMayImport(actor: Actor, courseId: string): Promise<void> {
  authoriseMember(actor, 'reading.edit', courseId)
  const waiting = await db.importJob.count({ where: { courseId, state: { in: ['QUEUED', 'RUNNING'] } } })
  if (waiting >= MOST_WAITING)
    throw new AppError(
      'TOO_MANY',
      'Ten files of this course wait to be read. Try again when some are done.',
      {
        retryAfterSeconds: WAIT_SECONDS,
      },
    )
}

export type NewImport = { courseId: string; fileName: string; mediaType: string; bytes: Uint8Array }

/** Keeps the file and leaves it to the process that reads it. */
export async function queueImport(actor: Actor, input: NewImport): Promise<{ id: string }> {
  const { courseId, fileName, mediaType, bytes } = input
  const member = authoriseMember(actor, 'reading.edit', courseId)
  if (bytes.byteLength > LIMITS.fileBytes) throw new AppError('IMPORT_TOO_LARGE', TOO_LARGE)
  if (bytes.byteLength === 0) throw new AppError('IMPORT_EMPTY', 'The file is empty.')
  // By hand: a parameter of this size goes to the server as it is, and the wake with it.
  const { rows } = await pool().query<{ id: string }>(
    `WITH job AS (
       INSERT INTO "ImportJob" ("id", "courseId", "membershipId", "fileName", "mediaType", "size", "bytes", "createdAt")
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7) RETURNING "id")
     SELECT "id", pg_notify($8, 'import:' || "id")::text FROM job`,
    [courseId, member.id, fileName, mediaType, bytes.byteLength, Buffer.from(bytes), actor.at, CHANNEL],
  )
  return { id: rows[0]?.id ?? '' }
}

/** Stops an import; one that has ended stays as it ended. */
export async function cancelImport(actor: Actor, { id }: DraftId): Promise<ImportDto> {
  const job = await db.importJob.findFirst({
    where: { AND: [{ id }, visibleImports(actor)] },
    select: { courseId: true },
  })
  if (!job) throw new AppError('NOT_FOUND')
  authoriseMember(actor, 'reading.edit', job.courseId)
  await transaction(async (tx) => {
    await tx.importJob.updateMany({
      where: { id, state: { in: ['QUEUED', 'RUNNING'] } },
      data: { state: 'CANCELLED', bytes: null, errorCode: null, finishedAt: actor.at },
    })
    await wakeImports(tx, id)
  })
  return importState(actor, id)
}

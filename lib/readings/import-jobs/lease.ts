import 'server-only'
import { pool } from '@/lib/db'
import type { ErrorCode } from '@/lib/errors'
import type { ImportedReading } from '../import/types'
import { proposedDraft } from '../rules/propose'

/**
 * One process's hold on a job. `beat` is the sign of life that it last wrote, and every write asks for it: a process
 * that was thought dead and lost its job to another (or whose job was cancelled) changes nothing any more.
 */
export type Lease = { id: string; beat: Date }
export type ClaimedJob = { lease: Lease; fileName: string; mediaType: string; bytes: Buffer }
export type Progress = { stage: 'opening' | 'reading' | 'saving'; done: number; total: number }

const MAX_TRIES = 3
const STALE = `"state" = 'RUNNING' AND "beatAt" < now() - interval '30 seconds'`
/** While a job runs, "errorCode" says which try it is: a file that takes the whole process down is not tried for ever. */
const TRY = `coalesce(substring("errorCode" from '^TRY_(\\d)$')::int, 0)`

type Row = { id: string; fileName: string; mediaType: string; bytes: Buffer; beatAt: Date }

/** Takes the oldest job that waits, or that runs without a sign of life; two processes never take the same. */
export async function claimJob(): Promise<ClaimedJob | null> {
  await giveUpWornOut()
  const { rows } = await pool().query<Row>(
    `UPDATE "ImportJob" SET "state" = 'RUNNING', "beatAt" = now(), "stage" = 'opening', "done" = 0, "total" = 0,
       "errorCode" = 'TRY_' || (${TRY} + 1)
     WHERE "id" = (SELECT "id" FROM "ImportJob" WHERE "bytes" IS NOT NULL AND ("state" = 'QUEUED' OR ${STALE})
                   ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING "id", "fileName", "mediaType", "bytes", "beatAt"`,
  )
  const row = rows[0]
  if (!row) return null
  const { id, beatAt, ...file } = row
  return { lease: { id, beat: beatAt }, ...file }
}

const WORN_OUT = 'The server stopped three times while it read this file. Save the file anew and try again.'

async function giveUpWornOut(): Promise<void> {
  await pool().query(
    `UPDATE "ImportJob" SET "state" = 'FAILED', "bytes" = NULL, "finishedAt" = now(), "errorCode" = 'IMPORT_BROKEN',
       "errorMessage" = $1 WHERE ${STALE} AND ${TRY} >= ${MAX_TRIES}`,
    [WORN_OUT],
  )
}

const HELD = `"id" = $1 AND "state" = 'RUNNING' AND "beatAt" = $2`

/** A sign of life, and how far it is. Answers false when the job is no longer ours. */
export async function beat(lease: Lease, { stage, done, total }: Progress): Promise<boolean> {
  const { rows } = await pool().query<{ beatAt: Date }>(
    `UPDATE "ImportJob" SET "beatAt" = greatest(now(), "beatAt" + interval '1 millisecond'),
       "stage" = $3, "done" = $4, "total" = $5 WHERE ${HELD} RETURNING "beatAt"`,
    [lease.id, lease.beat, stage, done, total],
  )
  if (rows[0]) lease.beat = rows[0].beatAt
  return rows.length > 0
}

/** Puts a job back untouched: the process is about to end. */
export async function release({ id, beat }: Lease): Promise<void> {
  await pool().query(
    `UPDATE "ImportJob" SET "state" = 'QUEUED', "stage" = '', "errorCode" = NULL WHERE ${HELD}`,
    [id, beat],
  )
}

export async function fail({ id, beat }: Lease, code: ErrorCode, message: string): Promise<void> {
  await pool().query(
    `UPDATE "ImportJob" SET "state" = 'FAILED', "bytes" = NULL, "finishedAt" = now(), "errorCode" = $3,
       "errorMessage" = $4 WHERE ${HELD}`,
    [id, beat, code, message],
  )
}

/** Makes the draft and ends the job, or neither. Answers false when the job is no longer ours. */
export async function finish({ id, beat }: Lease, fileName: string, read: ImportedReading): Promise<boolean> {
  const { title, byline, sections, warnings } = proposedDraft(fileName, read)
  const { rowCount } = await pool().query(
    `WITH job AS (
       UPDATE "ImportJob" SET "state" = 'DONE', "bytes" = NULL, "finishedAt" = now(), "errorCode" = NULL, "stage" = ''
       WHERE ${HELD} RETURNING "id", "courseId")
     INSERT INTO "ReadingDraft" ("id", "courseId", "jobId", "title", "byline", "sections", "warnings")
     SELECT gen_random_uuid(), "courseId", "id", $3, $4, $5::jsonb, $6::jsonb FROM job`,
    [id, beat, title, byline, JSON.stringify(sections), JSON.stringify(warnings)],
  )
  return rowCount === 1
}

import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { AppError, type ErrorCode, type FieldErrors, isAppError } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { log } from '@/lib/log'

export type Problem = {
  code: ErrorCode
  message: string
  fields?: FieldErrors
  errorId?: string
  retryAfterSeconds?: number
  present?: unknown
}

/** The sentences of a failed parse, beside the fields they are about. */
export function invalid(error: z.ZodError): AppError {
  const fields: FieldErrors = {}
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message
  const [only] = Object.values(fields)
  return new AppError('INVALID', Object.keys(fields).length === 1 ? only : undefined, { fields })
}

/** Connection refused, reset, timed out, or the server shutting down: the database is away, not the request wrong. */
const AWAY =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded|57P0[123]|the database system is|Can't reach database/

function translate(error: unknown): AppError | null {
  if (isAppError(error)) return error
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === 'P2002' || error.code === 'P2034') return new AppError('CONFLICT')
    if (error.code === 'P2025') return new AppError('NOT_FOUND')
    if (error.code === 'P2003') return new AppError('NOT_FOUND')
    if (error.code === 'P2028') return new AppError('UNAVAILABLE')
  }
  const text =
    error instanceof Error
      ? `${error.message} ${Reflect.get(error, 'code') ?? ''} ${String(error.cause ?? '')}`
      : ''
  if (AWAY.test(text)) return new AppError('UNAVAILABLE')
  // PostgreSQL's 22021: a NUL in an address or in words to search for.
  if (/22021|invalid byte sequence/.test(text))
    return new AppError('INVALID', 'It has a character that cannot be stored.')
  if (/poll_is_open/.test(text)) return new AppError('CLOSED')
  return byPostgresCode(error)
}

/** Statements by hand raise the driver's own errors: the database's refusals have the same meaning. */
function byPostgresCode(error: unknown): AppError | null {
  const code = error instanceof Error ? Reflect.get(error, 'code') : null
  if (code === '23505' || code === '40001' || code === '40P01') return new AppError('CONFLICT')
  if (code === '23503') return new AppError('NOT_FOUND')
  if (code === '23514') return new AppError('INVALID')
  return null
}

/** Any thrown value as an answer for a person. What nobody foresaw is logged with the id that the person is shown. */
export function toProblem(error: unknown, where: string): Problem {
  const known = translate(error)
  if (known) return { code: known.code, message: known.message, ...known.detail }
  const errorId = randomUUID().slice(0, 8)
  log.error({ errorId, where, error: error instanceof Error ? error.stack : String(error) }, 'unexpected')
  return { ...toKnown(), errorId }
}

const toKnown = (): Problem => {
  const { code, message } = new AppError('INTERNAL')
  return { code, message }
}

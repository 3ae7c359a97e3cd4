import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { AppError, isAppError } from '@/lib/errors'
import { receiptFrom } from './rules/receipt'

/** A key of a poll (its ballots' tags) or of a series (their links across waves). Thrown away, never stored twice. */
export const newKey = (): Buffer<ArrayBuffer> => Buffer.from(randomBytes(32))

/** What stands on a ballot in place of the voter. Without the key nobody can make it from the membership. */
export const tagOf = (key: Uint8Array, membershipId: string): Buffer<ArrayBuffer> =>
  Buffer.from(createHmac('sha256', key).update(membershipId).digest())

const TRIES = 8

/** The voter's receipt, the same after every change of vote; the later ones stand by should the first be taken. */
export const receiptsOf = (tagKey: Uint8Array, tag: Uint8Array): string[] =>
  Array.from({ length: TRIES }, (_, n) =>
    receiptFrom(
      createHmac('sha256', tagKey)
        .update(tag)
        .update(`receipt${n || ''}`)
        .digest(),
    ),
  )

/**
 * Runs what handles a ballot. What goes wrong in there leaves without its message: databases like to quote the row
 * that they refuse, and errors are logged.
 */
export async function secretly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isAppError(error) ? error : scrubbed(error)
  }
}

const HARMLESS =
  /poll_is_open|ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded|57P0[123]|P20\d\d|\b23505\b/g

function scrubbed(error: unknown): Error {
  const code = error instanceof Error ? String(Reflect.get(error, 'code') ?? '') : ''
  const text = `${code} ${String(error)} ${error instanceof Error ? String(error.cause ?? '') : ''}`
  const kept = new Set(text.match(HARMLESS) ?? ['unknown'])
  if (kept.has('23505') || kept.has('P2002')) return new AppError('CONFLICT', 'Send the ballot once more.')
  if (kept.has('P2028')) return new AppError('UNAVAILABLE')
  const clean = new Error(`a ballot could not be handled: ${[...kept].join(' ')}`)
  clean.stack = `${clean.name}: ${clean.message}`
  return clean
}

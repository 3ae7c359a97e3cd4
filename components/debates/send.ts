import type { Result } from '@/lib/server/action'

const OFFLINE = {
  ok: false,
  code: 'UNAVAILABLE',
  message: 'There is no connection. What you typed is kept; try again.',
} as const

/** Runs an action; a lost connection is an answer too, not an exception. */
export async function send<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call
  } catch {
    return OFFLINE
  }
}

/** An id made here, so that a request sent twice does one thing. Absent where the page is not served securely. */
export const newId = (): string | undefined => globalThis.crypto?.randomUUID?.()

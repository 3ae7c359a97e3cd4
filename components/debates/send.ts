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

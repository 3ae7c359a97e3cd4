import 'server-only'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '@/lib/errors'

/** Far above what a person does with both hands, far below what a script does: for each process by itself. */
const WRITES = { points: 150, duration: 10 }

const g = globalThis as unknown as { colloquyPace?: RateLimiterMemory }

/**
 * Counts one write by the person. Kept in memory, since it bounds the work of this process and a lost count harms
 * nobody; guesses of passwords and codes are counted in the database (lib/accounts/throttle.ts). Throws TOO_MANY.
 */
export async function keepPace(userId: string): Promise<void> {
  g.colloquyPace ??= new RateLimiterMemory(WRITES)
  try {
    await g.colloquyPace.consume(userId)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const wait = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    throw new AppError('TOO_MANY', `That is too much at once. Go on in ${wait} seconds.`, {
      retryAfterSeconds: wait,
    })
  }
}

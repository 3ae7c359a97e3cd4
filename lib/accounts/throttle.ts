import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/db'
import { AppError } from '@/lib/errors'

type Limit = { points: number; seconds: number }

/** Counted in the database, so that any number of processes share one limit. */
const LIMITS = {
  /** Wrong passwords for one address. */
  signInAddress: { points: 10, seconds: 15 * 60 },
  /** Wrong passwords from one network address: a class behind one router needs room. */
  signInNetwork: { points: 100, seconds: 15 * 60 },
  /** Links mailed to one address: nobody's mailbox is filled by strangers. */
  mailLink: { points: 5, seconds: 15 * 60 },
  /** Links asked for from one network address. */
  mailLinkNetwork: { points: 60, seconds: 15 * 60 },
  /** New accounts from one network address: a lecture hall joins within the same minutes. */
  signUp: { points: 300, seconds: 60 * 60 },
  /** Join links and setup codes guessed. */
  guess: { points: 30, seconds: 60 * 60 },
} as const satisfies Record<string, Limit>

const limiters = new Map<keyof typeof LIMITS, RateLimiterPostgres>()

function limiter(name: keyof typeof LIMITS): RateLimiterPostgres {
  let made = limiters.get(name)
  if (!made) {
    const { points, seconds } = LIMITS[name]
    made = new RateLimiterPostgres({
      storeClient: pool(),
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    })
    limiters.set(name, made)
  }
  return made
}

function refuse(error: unknown): never {
  if (error instanceof RateLimiterRes) {
    const wait = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    throw new AppError('TOO_MANY', `Too many tries. Try again in ${minutes(wait)}.`, {
      retryAfterSeconds: wait,
    })
  }
  throw error
}

const minutes = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`

/** Takes one try. Throws TOO_MANY with the seconds to wait when none is left. */
export async function takeTry(name: keyof typeof LIMITS, key: string): Promise<void> {
  await limiter(name).consume(key).catch(refuse)
}

/** Throws TOO_MANY when no try is left, without taking one. */
export async function requireTry(name: keyof typeof LIMITS, key: string): Promise<void> {
  const state = await limiter(name).get(key)
  if (state && state.remainingPoints <= 0) refuse(state)
}

export async function resetTries(name: keyof typeof LIMITS, key: string): Promise<void> {
  await limiter(name).delete(key)
}

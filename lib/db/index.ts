import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import type { Prisma } from '@/lib/generated/prisma/client'
import { PrismaClient } from '@/lib/generated/prisma/client'

type Handles = { pool: pg.Pool; lookups: pg.Pool; prisma: PrismaClient }

function newPool(max: number, planCacheMode: string): pg.Pool {
  const made = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max,
    options: `-c plan_cache_mode=${planCacheMode}`,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  })
  // An idle connection that dies (a restart of the database) must not end the process.
  made.on('error', () => {})
  return made
}

/** Two in five connections are for `lookups`; together they are at most DATABASE_POOL. */
function open(): Handles {
  const forLookups = Math.max(1, Math.floor(env().DATABASE_POOL * 0.4))
  // Topics are very uneven in size: a generic plan for a named statement can be several times slower.
  const pool = newPool(env().DATABASE_POOL - forLookups, 'force_custom_plan')
  const lookups = newPool(forLookups, 'force_generic_plan')
  return { pool, lookups, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

// Pages, actions and route handlers are separate module instances of one process: one pool for all of them.
const g = globalThis as unknown as { colloquyDb?: Handles }
const handles = (): Handles => {
  g.colloquyDb ??= open()
  return g.colloquyDb
}

/** Opened at first use, so that a build, which has no database, can load this module. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, name) => Reflect.get(handles().prisma, name),
})

/** The pool itself, for the few reads on hot paths where one hand-written statement replaces several. */
export const pool = (): pg.Pool => handles().pool

/**
 * For named statements that find their few rows by key, whatever the sizes: planned once a connection. On the hot path
 * planning them anew cost three times as much as running them.
 */
export const lookups = (): pg.Pool => handles().lookups

export type Tx = Prisma.TransactionClient

/** Runs `work` in one transaction. Commands record their event as its last statement (see lib/events). */
export const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.$transaction(work, { maxWait: 5000, timeout: 15_000 })

export async function closeDb(): Promise<void> {
  if (!g.colloquyDb) return
  const { pool, lookups, prisma } = g.colloquyDb
  g.colloquyDb = undefined
  await prisma.$disconnect()
  for (const open of [pool, lookups]) await open.end().catch(() => {})
}

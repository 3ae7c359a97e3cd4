import { databaseTime } from '@/lib/debates/session/clock'
import { reading } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** The clock by which sessions are timed: screens learn from it how far theirs is off. */
export const GET = reading(async () =>
  Response.json({ now: await databaseTime() }, { headers: { 'cache-control': 'no-store' } }),
)

import { argumentOf } from '@/lib/debates/claims/queries'
import { DebateId } from '@/lib/debates/schema'
import { AppError } from '@/lib/errors'
import { reading } from '@/lib/server/route'

/** The claims of a debate, for a page that missed too much to be told of it one by one. */
export const GET = reading(async (actor, { debate }) => {
  const parsed = DebateId.safeParse({ id: debate })
  if (!parsed.success) throw new AppError('NOT_FOUND')
  return Response.json(await argumentOf(actor, parsed.data.id), { headers: { 'cache-control': 'no-store' } })
})

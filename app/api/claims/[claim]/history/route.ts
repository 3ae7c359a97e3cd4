import { claimHistory } from '@/lib/debates/claims/queries'
import { ClaimId } from '@/lib/debates/schema'
import { AppError } from '@/lib/errors'
import { reading } from '@/lib/server/route'

/** What a claim said before, and what was merged into it. */
export const GET = reading(async (actor, { claim }) => {
  const parsed = ClaimId.safeParse({ id: claim })
  if (!parsed.success) throw new AppError('NOT_FOUND')
  return Response.json(await claimHistory(actor, parsed.data.id), {
    headers: { 'cache-control': 'no-store' },
  })
})

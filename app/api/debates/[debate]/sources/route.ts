import { findSources } from '@/lib/debates/citing/citable'
import { FindSources } from '@/lib/debates/schema'
import { AppError } from '@/lib/errors'
import { invalid } from '@/lib/server/problem'
import { reading } from '@/lib/server/route'

/** What a claim of this debate may cite: `?kind=NOTE` or `EVIDENCE`, and `&q=` words in it. */
export const GET = reading(async (actor, { debate: debateId }, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const parsed = FindSources.safeParse({ ...asked, debateId })
  if (parsed.error?.issues.some((issue) => issue.path[0] === 'debateId')) throw new AppError('NOT_FOUND')
  if (!parsed.success) throw invalid(parsed.error)
  return Response.json(await findSources(actor, parsed.data), { headers: { 'cache-control': 'no-store' } })
})

import { findQuotable } from '@/lib/critiques/quotes/find'
import { FindQuotable } from '@/lib/critiques/quotes/schema'
import { AppError } from '@/lib/errors'
import { invalid } from '@/lib/server/problem'
import { reading } from '@/lib/server/route'

/** What the author of a critique may quote in it: `?kind=passage&q=words`, `?kind=passage&section=<id>`, `?kind=note&mine`. */
export const GET = reading(async (actor, { id }, request) => {
  const { searchParams } = new URL(request.url)
  const parsed = FindQuotable.safeParse({
    critiqueId: id,
    kind: searchParams.get('kind'),
    q: searchParams.get('q') ?? '',
    section: searchParams.get('section') ?? undefined,
    mine: searchParams.has('mine'),
  })
  if (parsed.error?.issues.some((issue) => issue.path[0] === 'critiqueId')) throw new AppError('NOT_FOUND')
  if (!parsed.success) throw invalid(parsed.error)
  return Response.json(await findQuotable(actor, parsed.data), { headers: { 'cache-control': 'no-store' } })
})

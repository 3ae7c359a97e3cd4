import { citableText } from '@/lib/debates/citing/passages'
import { FindPassage } from '@/lib/debates/schema'
import { AppError } from '@/lib/errors'
import { invalid } from '@/lib/server/problem'
import { reading } from '@/lib/server/route'

/** Where a passage for a claim can be chosen: the sections, `?section=` with its text, `?q=` paragraphs with words. */
export const GET = reading(async (actor, { debate: debateId }, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const parsed = FindPassage.safeParse({ ...asked, debateId })
  if (parsed.error?.issues.some((issue) => issue.path[0] !== 'q')) throw new AppError('NOT_FOUND')
  if (!parsed.success) throw invalid(parsed.error)
  return Response.json(await citableText(actor, parsed.data), { headers: { 'cache-control': 'no-store' } })
})

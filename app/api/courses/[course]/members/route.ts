import { courseFrame } from '@/lib/courses/frame'
import { findMembers } from '@/lib/discussion/queries'
import { FindMembers } from '@/lib/discussion/schema'
import { invalid } from '@/lib/server/problem'
import { reading } from '@/lib/server/route'

/** Whom one may name in a note: `?q=` is how the name begins. */
export const GET = reading(async (actor, { course = '' }, request) => {
  const frame = await courseFrame(actor, course)
  const parsed = FindMembers.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) throw invalid(parsed.error)
  return Response.json(await findMembers(actor, frame.id, parsed.data.q), {
    headers: { 'cache-control': 'no-store' },
  })
})

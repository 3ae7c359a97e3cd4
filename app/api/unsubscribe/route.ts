import { unsubscribe } from '@/lib/notifications/unsubscribe'
import { guarded } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get('token') ?? ''
const pageOf = (request: Request, done: boolean): string =>
  `/unsubscribe?token=${encodeURIComponent(tokenOf(request))}${done ? '&done=1' : ''}`

/** RFC 8058: the mail program posts here for its reader. Whoever holds the token may; nobody need be signed in. */
export const POST = guarded(async (request) => {
  await unsubscribe(tokenOf(request))
  const oneClick = (await request.text()).slice(0, 200).includes('List-Unsubscribe=One-Click')
  if (oneClick) return new Response('Unsubscribed.\n', { headers: { 'content-type': 'text/plain' } })
  return new Response(null, { status: 303, headers: { location: pageOf(request, true) } })
})

/** A person who opens the header's address; and a link checker, for which nothing may change. */
export const GET = guarded(
  async (request) => new Response(null, { status: 303, headers: { location: pageOf(request, false) } }),
)

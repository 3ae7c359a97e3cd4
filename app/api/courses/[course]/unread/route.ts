import { courseFrame } from '@/lib/courses/frame'
import { unreadCount } from '@/lib/notifications/queries'
import { reading } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** For the bell in the bar, asked for after a page has loaded. */
export const GET = reading(async (actor, { course = '' }) => {
  const frame = await courseFrame(actor, course)
  const unread = await unreadCount(actor, frame.id)
  return Response.json({ unread }, { headers: { 'cache-control': 'private, no-store' } })
})

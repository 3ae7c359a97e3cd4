import { courseFrame } from '@/lib/courses/frame'
import { hydrate } from '@/lib/live'
import { eventStream } from '@/lib/server/event-stream'
import { reading } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

const asSeq = (text: string | null): number | null => (text && /^\d{1,15}$/.test(text) ? Number(text) : null)

export const GET = reading(async (actor, { course = '' }, request) => {
  const frame = await courseFrame(actor, course)
  const asked =
    asSeq(request.headers.get('last-event-id')) ?? asSeq(new URL(request.url).searchParams.get('after'))
  return eventStream(actor, frame.id, asked ?? frame.seq, request.signal, hydrate)
})

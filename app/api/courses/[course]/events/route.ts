import { z } from 'zod'
import { courseFrame } from '@/lib/courses/frame'
import { attend, hydrate } from '@/lib/live'
import { eventStream } from '@/lib/server/event-stream'
import { reading } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

const asSeq = (text: string | null): number | null => (text && /^\d{1,15}$/.test(text) ? Number(text) : null)

export const GET = reading(async (actor, { course = '' }, request) => {
  const frame = await courseFrame(actor, course)
  const url = new URL(request.url)
  const asked = asSeq(request.headers.get('last-event-id')) ?? asSeq(url.searchParams.get('after'))
  const section = z.uuid().safeParse(url.searchParams.get('section'))
  const from = { cursor: asked ?? frame.seq, sectionId: section.data ?? null }
  return eventStream(actor, frame.id, from, request.signal, hydrate, attend)
})

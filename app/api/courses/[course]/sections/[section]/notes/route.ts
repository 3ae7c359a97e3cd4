import { z } from 'zod'
import { courseFrame } from '@/lib/courses/frame'
import { notesJson } from '@/lib/discussion/queries'
import { AppError } from '@/lib/errors'
import { reading } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** The section's notes, and the number of the event that they are good up to: the stream goes on from there. */
export const GET = reading(async (actor, { course = '', section = '' }) => {
  if (!z.uuid().safeParse(section).success) throw new AppError('NOT_FOUND')
  const frame = await courseFrame(actor, course)
  const notes = await notesJson(actor, frame.id, section)
  return new Response(`{"seq":${frame.seq},"notes":${notes}}`, {
    headers: { 'content-type': 'application/json', 'cache-control': 'private, no-store' },
  })
})

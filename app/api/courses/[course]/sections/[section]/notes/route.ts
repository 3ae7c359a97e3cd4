import { z } from 'zod'
import { courseFrame } from '@/lib/courses/frame'
import { sectionFor, sectionNotes } from '@/lib/discussion/queries'
import { AppError } from '@/lib/errors'
import { reading } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** The section's notes, and the number of the event that they are good up to: the stream goes on from there. */
export const GET = reading(async (actor, { course = '', section = '' }) => {
  if (!z.uuid().safeParse(section).success) throw new AppError('NOT_FOUND')
  const frame = await courseFrame(actor, course)
  const { course: shared, own, me } = await sectionNotes(actor, frame.id, section, frame.seq)
  // No notes: there may be no such section in this course. Where there are some, nothing needs to be asked.
  if (shared === '[]' && own === '[]' && (await sectionFor(actor, section)).courseId !== frame.id)
    throw new AppError('NOT_FOUND')
  return new Response(`{"seq":${frame.seq},"course":${shared},"own":${own},"me":${me}}`, {
    headers: { 'content-type': 'application/json', 'cache-control': 'private, no-store' },
  })
})

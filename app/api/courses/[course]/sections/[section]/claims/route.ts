import { z } from 'zod'
import { courseFrame } from '@/lib/courses/frame'
import { claimsInSection, debatesOf } from '@/lib/debates/claims/in-section'
import { sectionFor } from '@/lib/discussion/queries'
import { AppError } from '@/lib/errors'
import { reading } from '@/lib/server/route'

/** The claims that rest on the section's words and notes, and the debates in which one may make another. */
export const GET = reading(async (actor, { course = '', section = '' }) => {
  if (!z.uuid().safeParse(section).success) throw new AppError('NOT_FOUND')
  const frame = await courseFrame(actor, course)
  if ((await sectionFor(actor, section)).courseId !== frame.id) throw new AppError('NOT_FOUND')
  const [debates, claims] = await Promise.all([debatesOf(frame.id), claimsInSection(section)])
  return Response.json(
    { seq: frame.seq, debates, claims },
    { headers: { 'cache-control': 'private, no-store' } },
  )
})

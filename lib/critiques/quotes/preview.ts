import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, memberIds } from '@/lib/policy'
import { renderer } from './resolve'
import type { Preview } from './schema'

/** A field of the actor's own critique as it will be read. Stores nothing. */
export async function previewAnswer(actor: Actor, { id, code, text }: Preview): Promise<{ html: string }> {
  const critique = await db.critique.findFirst({
    where: { id, authorId: { in: memberIds(actor) } },
    select: { assignment: { select: { course: { select: { id: true, slug: true } } } } },
  })
  if (!critique) throw new AppError('NOT_FOUND')
  const render = await renderer(actor, critique.assignment.course, [text])
  return { html: render(text, code) }
}

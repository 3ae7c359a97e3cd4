import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { typeset } from '@/lib/pdf/typeset'
import { type Actor, visibleCritiques } from '@/lib/policy'
import { critiquePage } from '../queries/reading'
import { critiqueBlocks } from './blocks'

async function find(actor: Actor, id: string) {
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND')
  const found = await db.critique.findFirst({
    where: { AND: [{ id }, visibleCritiques(actor)] },
    select: {
      assignment: {
        select: { slug: true, course: { select: { id: true, title: true, timeZone: true } } },
      },
    },
  })
  if (!found) throw new AppError('NOT_FOUND')
  return found.assignment
}

/**
 * A critique with its reviews as a PDF, as far as the actor may know them: it is set from what the page shows. Its file
 * name and its metadata name nobody. Errors: NOT_FOUND (also where nothing is submitted).
 */
export async function critiquePdf(
  actor: Actor,
  at: { id: string; submission?: number },
): Promise<{ name: string; bytes: Buffer }> {
  const { slug, course } = await find(actor, at.id)
  const page = await critiquePage(actor, course.id, { ...at, assignment: slug })
  if (!page.shown) throw new AppError('NOT_FOUND')
  const { title } = page.assignment
  const place = {
    origin: new URL(env().NEXTAUTH_URL).origin,
    timeZone: course.timeZone,
    course: course.title,
  }
  const blocks = critiqueBlocks(page, place)
  const bytes = await typeset({ title, blocks, foot: title, at: actor.at })
  return { name: `${slug}-submission-${page.shown.number}.pdf`, bytes }
}

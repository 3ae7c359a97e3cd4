import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { typeset } from '@/lib/pdf/typeset'
import { type Actor, visibleAssignments, visibleCritiques } from '@/lib/policy'
import { critiquePage } from '../queries/reading'
import { reviewPage } from '../reviews/queries'
import type { Task } from '../reviews/schema'
import { critiqueBlocks, type Place } from './blocks'
import { taskBlocks } from './task-blocks'

const COURSE = { select: { id: true, title: true, timeZone: true } } as const

const placeIn = ({ title, timeZone }: { title: string; timeZone: string }): Place => ({
  origin: new URL(env().NEXTAUTH_URL).origin,
  timeZone,
  course: title,
})

export type PdfFile = { name: string; bytes: Buffer }

async function find(actor: Actor, id: string) {
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND')
  const found = await db.critique.findFirst({
    where: { AND: [{ id }, visibleCritiques(actor)] },
    select: {
      assignment: { select: { slug: true, course: COURSE } },
    },
  })
  if (!found) throw new AppError('NOT_FOUND')
  return found.assignment
}

/**
 * A critique with its reviews as a PDF, as far as the actor may know them: it is set from what the page shows. Its file
 * name and its metadata name nobody. Errors: NOT_FOUND (also where nothing is submitted).
 */
export async function critiquePdf(actor: Actor, at: { id: string; submission?: number }): Promise<PdfFile> {
  const { slug, course } = await find(actor, at.id)
  const page = await critiquePage(actor, course.id, { ...at, assignment: slug })
  if (!page.shown) throw new AppError('NOT_FOUND')
  const { title } = page.assignment
  const blocks = critiqueBlocks(page, placeIn(course))
  const bytes = await typeset({ title, blocks, foot: title, at: actor.at })
  return { name: `${slug}-submission-${page.shown.number}.pdf`, bytes }
}

/**
 * What the actor was given to review, with their own review, as a PDF. Neither the file's name nor its metadata tell whose
 * it is, or which one of several. Errors: NOT_FOUND, FORBIDDEN while there are examples to score first.
 */
export async function taskPdf(actor: Actor, { assignmentId, key }: Task): Promise<PdfFile> {
  const found = await db.assignment.findFirst({
    where: { AND: [{ id: assignmentId }, visibleAssignments(actor)] },
    select: { slug: true, course: COURSE },
  })
  if (!found) throw new AppError('NOT_FOUND')
  const page = await reviewPage(actor, found.course.id, found.slug, key)
  if (page.examplesLeft > 0 && page.head.open)
    throw new AppError('FORBIDDEN', 'Score the examples before you read the critique.')
  const { title } = page.head
  const blocks = taskBlocks(page, placeIn(found.course))
  const bytes = await typeset({ title: `${title}: a critique to review`, blocks, foot: title, at: actor.at })
  return { name: `${found.slug}-to-review.pdf`, bytes }
}

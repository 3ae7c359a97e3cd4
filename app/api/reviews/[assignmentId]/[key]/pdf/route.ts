import { taskPdf } from '@/lib/critiques/pdf'
import { Task } from '@/lib/critiques/reviews/schema'
import { AppError } from '@/lib/errors'
import { pdfResponse } from '@/lib/server/pdf'
import { reading } from '@/lib/server/route'

/** What its reviewer was given, with their review, as a file for paper. */
export const GET = reading(async (actor, params) => {
  const task = Task.safeParse(params)
  if (!task.success) throw new AppError('NOT_FOUND')
  return pdfResponse(await taskPdf(actor, task.data))
})

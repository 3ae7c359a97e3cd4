import { saveReviewDraft } from '@/lib/critiques/reviews/commands'
import { reviewDraftOf } from '@/lib/critiques/reviews/queries'
import { SaveReviewDraft, Task } from '@/lib/critiques/reviews/schema'
import { AppError } from '@/lib/errors'
import { reading, writing } from '@/lib/server/route'

export const GET = reading(async (actor, params) => {
  const task = Task.safeParse(params)
  if (!task.success) throw new AppError('NOT_FOUND')
  return Response.json(await reviewDraftOf(actor, task.data), { headers: { 'cache-control': 'no-store' } })
})
export const PUT = writing(SaveReviewDraft, saveReviewDraft)

import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { SaveDraft } from '@/lib/readings/draft-schema'
import { saveDraft } from '@/lib/readings/drafts/commands'
import { draftOf } from '@/lib/readings/drafts/queries'
import { reading, writing } from '@/lib/server/route'

/** A book without headings is one section of some megabytes. */
const MAX_BYTES = 16 * 1024 * 1024

export const GET = reading(async (actor, { id }) => {
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND')
  return Response.json(await draftOf(actor, id ?? ''), { headers: { 'cache-control': 'no-store' } })
})
export const PUT = writing(SaveDraft, saveDraft, 200, MAX_BYTES)

import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { DraftId } from '@/lib/readings/draft-schema'
import { cancelImport } from '@/lib/readings/import-jobs/commands'
import { importState } from '@/lib/readings/import-jobs/queries'
import { reading, writing } from '@/lib/server/route'

export const GET = reading(async (actor, { id }) => {
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND')
  return Response.json(await importState(actor, id ?? ''), { headers: { 'cache-control': 'no-store' } })
})
export const DELETE = writing(DraftId, cancelImport)

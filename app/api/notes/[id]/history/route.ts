import { z } from 'zod'
import { noteHistory } from '@/lib/discussion/queries'
import { AppError } from '@/lib/errors'
import { reading } from '@/lib/server/route'

/** The note's earlier wordings. */
export const GET = reading(async (actor, { id }) => {
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND')
  return Response.json(await noteHistory(actor, id ?? ''), { headers: { 'cache-control': 'no-store' } })
})

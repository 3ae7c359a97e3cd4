import { z } from 'zod'
import { deleteNote, editNote } from '@/lib/discussion/commands'
import { noteSource } from '@/lib/discussion/queries'
import { EditNote, NoteId } from '@/lib/discussion/schema'
import { AppError } from '@/lib/errors'
import { reading, writing } from '@/lib/server/route'

export const GET = reading(async (actor, { id }) => {
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND')
  return Response.json(await noteSource(actor, id ?? ''), { headers: { 'cache-control': 'no-store' } })
})
export const PATCH = writing(EditNote, editNote)
export const DELETE = writing(NoteId, deleteNote)

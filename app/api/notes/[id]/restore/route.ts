import { restoreNote } from '@/lib/discussion/commands'
import { NoteId } from '@/lib/discussion/schema'
import { writing } from '@/lib/server/route'

export const POST = writing(NoteId, restoreNote)

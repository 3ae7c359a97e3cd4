import { postNote } from '@/lib/discussion/commands'
import { PostNote } from '@/lib/discussion/schema'
import { writing } from '@/lib/server/route'

export const POST = writing(PostNote, postNote, 201)

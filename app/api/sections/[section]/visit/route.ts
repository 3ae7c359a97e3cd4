import { Visit } from '@/lib/discussion/schema'
import { visit } from '@/lib/discussion/thread-commands'
import { writing } from '@/lib/server/route'

export const POST = writing(Visit, visit)

import { Resolve } from '@/lib/discussion/schema'
import { resolve } from '@/lib/discussion/thread-commands'
import { writing } from '@/lib/server/route'

export const PUT = writing(Resolve, resolve)

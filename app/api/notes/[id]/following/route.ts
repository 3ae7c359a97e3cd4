import { Follow } from '@/lib/discussion/schema'
import { follow } from '@/lib/discussion/thread-commands'
import { writing } from '@/lib/server/route'

export const PUT = writing(Follow, follow)

import { React } from '@/lib/discussion/schema'
import { react } from '@/lib/discussion/thread-commands'
import { writing } from '@/lib/server/route'

export const PUT = writing(React, react)

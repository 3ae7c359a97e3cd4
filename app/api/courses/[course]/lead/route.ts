import { leadTo, letGo } from '@/lib/live/lead'
import { LeadTo, LetGo } from '@/lib/live/schema'
import { writing } from '@/lib/server/route'

export const POST = writing(LeadTo, leadTo)
export const DELETE = writing(LetGo, letGo)

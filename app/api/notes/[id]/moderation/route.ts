import { moderate } from '@/lib/discussion/moderate'
import { Moderate } from '@/lib/discussion/schema'
import { writing } from '@/lib/server/route'

export const PUT = writing(Moderate, moderate)

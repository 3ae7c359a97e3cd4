import { reportNote } from '@/lib/discussion/moderate'
import { ReportNote } from '@/lib/discussion/schema'
import { writing } from '@/lib/server/route'

export const POST = writing(ReportNote, reportNote, 201)

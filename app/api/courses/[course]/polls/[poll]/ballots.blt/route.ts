import { ballotsFile } from '@/lib/polls/files'
import { reading } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** The ballots of a closed poll as BLT, for other programs that count. */
export const GET = reading((actor, { course = '', poll = '' }) => ballotsFile(actor, course, poll, 'blt'))

import { ballotsFile } from '@/lib/polls/files'
import { reading } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** The published list of a closed poll: a row a ballot, a column an option with its rank (empty: left out) or points. */
export const GET = reading((actor, { course = '', poll = '' }) => ballotsFile(actor, course, poll, 'csv'))

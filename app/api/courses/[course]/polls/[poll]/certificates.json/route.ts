import { certificatesFile } from '@/lib/polls/files'
import { reading } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** Why each count of a closed poll came out as it did, with the ballots: what scripts/check-certificate.mjs checks. */
export const GET = reading((actor, { course = '', poll = '' }) => certificatesFile(actor, course, poll))

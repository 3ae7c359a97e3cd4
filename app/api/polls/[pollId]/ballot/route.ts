import { castBallot } from '@/lib/polls/commands'
import { CastBallot } from '@/lib/polls/schema'
import { writing } from '@/lib/server/route'

export const PUT = writing(CastBallot, castBallot)

'use server'
import { action } from '@/lib/server/action'
import { castBallot, closePoll, endSeries, openPoll } from './commands'
import { CastBallot, ClosePoll, EndSeries, OpenPoll } from './schema'

export const openPollAction = action(OpenPoll, openPoll)
export const castBallotAction = action(CastBallot, castBallot)
export const closePollAction = action(ClosePoll, closePoll)
export const endSeriesAction = action(EndSeries, endSeries)

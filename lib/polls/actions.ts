'use server'
import { action } from '@/lib/server/action'
import { castBallot, closePoll, endSeries, openPoll, resolvePoll } from './commands'
import { CastBallot, ClosePoll, EndSeries, OpenPoll, ResolvePoll } from './schema'

export const openPollAction = action(OpenPoll, openPoll)
export const castBallotAction = action(CastBallot, castBallot)
export const closePollAction = action(ClosePoll, closePoll)
export const endSeriesAction = action(EndSeries, endSeries)
export const resolvePollAction = action(ResolvePoll, resolvePoll)

'use server'
import { action } from '@/lib/server/action'
import { castBallot, closePoll, countFile, endSeries, openPoll, previewFile, resolvePoll } from './commands'
import { CastBallot, ClosePoll, CountFile, EndSeries, OpenPoll, PreviewFile, ResolvePoll } from './schema'

export const openPollAction = action(OpenPoll, openPoll)
export const castBallotAction = action(CastBallot, castBallot)
export const closePollAction = action(ClosePoll, closePoll)
export const endSeriesAction = action(EndSeries, endSeries)
export const resolvePollAction = action(ResolvePoll, resolvePoll)
export const previewFileAction = action(PreviewFile, previewFile)
export const countFileAction = action(CountFile, countFile)

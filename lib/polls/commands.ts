import 'server-only'

export { castBallot } from './cast'
export { closePoll, endLinks, endSeries, sealWave, sweepBallots } from './close'
export { countFile, previewFile } from './count-file'
export { createPollSeries, openPoll, openWave } from './open'
export { resolvePoll } from './resolve'

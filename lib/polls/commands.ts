import 'server-only'

export { castBallot } from './cast'
export { closePoll, endSeries, sealWave, sweepBallots } from './close'
export { createPollSeries, openPoll, openWave } from './open'
export { resolvePoll } from './resolve'

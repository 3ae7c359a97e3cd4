export {
  endAllStreams,
  type Hydrate,
  leave,
  type Parcel,
  reaches,
  type Subscriber,
  subscribe,
  subscribersOf,
} from './feed'
export { listener } from './listener'
export { eventsAfter, lastSeq } from './read'
export { CHANNEL, eventCtes, recordEvent, recordEvents, wakeImports, wakeUser } from './record'
export * from './types'
export { sendWhisper, whisper } from './whisper'

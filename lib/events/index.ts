export {
  endAllStreams,
  type Hydrate,
  leave,
  openStreams,
  type Parcel,
  reaches,
  type Subscriber,
  subscribe,
} from './feed'
export { listener } from './listener'
export { eventsAfter, lastSeq } from './read'
export { eventCtes, recordEvent, wakeUser } from './record'
export * from './types'

import 'server-only'
import { hydrateClaims } from '@/lib/debates/live'
import { hydrateHands, hydrateStatements, hydrateTurnout } from '@/lib/debates/session/live'
import { hydrateNotes } from '@/lib/discussion/live'
import type { Hydrate, Parcel, RecordedEvent } from '@/lib/events'
import { hydrateCounts } from '@/lib/explanations/live'
import { tellWhomItConcerns } from './notified'

export { attend } from './attend'

const bare = (event: RecordedEvent): string =>
  JSON.stringify({ scopeId: event.scopeId, subjectId: event.subjectId, ...event.payload })

type Hydrator = (events: RecordedEvent[]) => Promise<Map<number, Parcel>>

/** Whole things are carried by these; each is asked once for all of its events in a batch. */
const HYDRATORS: { carries: (event: RecordedEvent) => boolean; hydrate: Hydrator }[] = [
  { carries: ({ type }) => type.startsWith('note.'), hydrate: hydrateNotes },
  { carries: ({ type }) => type.startsWith('claim.'), hydrate: hydrateClaims },
  { carries: ({ type }) => type === 'hand.changed', hydrate: hydrateHands },
  { carries: ({ type }) => type.startsWith('statement.'), hydrate: hydrateStatements },
  { carries: ({ type }) => type === 'poll.turnout', hydrate: hydrateTurnout },
  { carries: ({ type }) => type === 'matrix.counted', hydrate: hydrateCounts },
]

/** What each kind of event carries to browsers: some come whole; for the rest the page asks again. */
export const hydrate: Hydrate = async (events) => {
  tellWhomItConcerns(events.filter((e) => e.type.startsWith('note.')))
  const parcels = new Map<number, Parcel>()
  for (const event of events)
    if (!HYDRATORS.some(({ carries }) => carries(event))) parcels.set(event.seq, { json: bare(event) })
  for (const { carries, hydrate } of HYDRATORS) {
    const some = events.filter(carries)
    for (const [seq, parcel] of some.length ? await hydrate(some) : []) parcels.set(seq, parcel)
  }
  return parcels
}

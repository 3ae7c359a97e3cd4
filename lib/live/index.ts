import 'server-only'
import { hydrateNotes } from '@/lib/discussion/live'
import type { Hydrate, Parcel, RecordedEvent } from '@/lib/events'
import { tellWhomItConcerns } from './notified'

export { attend } from './attend'

const bare = (event: RecordedEvent): string =>
  JSON.stringify({ scopeId: event.scopeId, subjectId: event.subjectId, ...event.payload })

/** What each kind of event carries to browsers: notes come whole; for the rest the page asks again. */
export const hydrate: Hydrate = async (events) => {
  const notes = events.filter((e) => e.type.startsWith('note.'))
  tellWhomItConcerns(notes)
  const parcels = notes.length ? await hydrateNotes(notes) : new Map<number, Parcel>()
  for (const event of events)
    if (!event.type.startsWith('note.')) parcels.set(event.seq, { json: bare(event) })
  return parcels
}

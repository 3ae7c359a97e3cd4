import 'server-only'
import { hydrateNotes } from '@/lib/discussion/live'
import type { Hydrate, RecordedEvent } from '@/lib/events'

const bare = (event: RecordedEvent): string =>
  JSON.stringify({ scopeId: event.scopeId, subjectId: event.subjectId, ...event.payload })

/** What each kind of event carries to browsers: notes come whole; for the rest the page asks again. */
export const hydrate: Hydrate = async (events) => {
  const notes = events.filter((e) => e.type.startsWith('note.'))
  const json = notes.length ? await hydrateNotes(notes) : new Map<number, string>()
  for (const event of events) if (!event.type.startsWith('note.')) json.set(event.seq, bare(event))
  return json
}

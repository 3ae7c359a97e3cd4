import 'server-only'
import { lookups } from '@/lib/db'
import type { Parcel, RecordedEvent } from '@/lib/events'
import { floorOf } from './floor'
import { statementsById } from './read-statements'

type Parcels = Map<number, Parcel>

const parcelOf = (event: RecordedEvent, more: object): [number, Parcel] => [
  event.seq,
  { json: JSON.stringify({ scopeId: event.scopeId, subjectId: event.subjectId, ...more }) },
]

/** The last event of each debate, or poll: the others of the batch would tell what is past. */
const lastOfEach = (events: RecordedEvent[]): RecordedEvent[] => [
  ...new Map(events.map((e) => [e.scopeId ?? '', e])).values(),
]

/** The queue as it is now, read once for everybody who hears of it. */
export async function hydrateHands(events: RecordedEvent[]): Promise<Parcels> {
  const last = lastOfEach(events)
  const floors = await Promise.all(last.map((e) => floorOf(e.scopeId ?? '')))
  return new Map(last.map((event, i) => parcelOf(event, { floor: floors[i] })))
}

/** Statements as they are now; null where they are gone. */
export async function hydrateStatements(events: RecordedEvent[]): Promise<Parcels> {
  const found = await statementsById([...new Set(events.flatMap((e) => e.subjectId ?? []))])
  const byId = new Map(found.map((s) => [s.id, s]))
  return new Map(events.map((e) => parcelOf(e, { statement: byId.get(e.subjectId ?? '') ?? null })))
}

/** How many have voted; never who. A class votes all at once: of a batch only the last is told. */
export async function hydrateTurnout(events: RecordedEvent[]): Promise<Parcels> {
  const last = lastOfEach(events)
  const { rows } = await lookups().query<{ id: string; voted: number }>({
    name: 'turnout-now',
    text: `SELECT "pollId" AS id, count(*)::int AS voted FROM "Participation"
           WHERE "pollId" = ANY($1::uuid[]) GROUP BY 1`,
    values: [last.flatMap((e) => e.scopeId ?? [])],
  })
  const voted = new Map(rows.map((row) => [row.id, row.voted]))
  return new Map(last.map((e) => parcelOf(e, { voted: voted.get(e.scopeId ?? '') ?? 0 })))
}

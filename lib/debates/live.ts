import 'server-only'
import { lookups } from '@/lib/db'
import type { Parcel, RecordedEvent } from '@/lib/events'
import { claimsById, divided } from './claims/read'
import type { ClaimParcel } from './claims/schema'

async function slugOf(courseId: string): Promise<string> {
  const { rows } = await lookups().query<{ slug: string }>({
    name: 'course-slug',
    text: `SELECT "slug" FROM "Course" WHERE "id" = $1`,
    values: [courseId],
  })
  return rows[0]?.slug ?? ''
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

const touched = ({ subjectId, payload }: RecordedEvent): string[] =>
  subjectId ? [subjectId, ...strings(payload.also)] : []

/**
 * Claims as they are now, read once for everyone who hears of them. Nothing in a parcel depends on who gets it: a
 * reading that is not published is hidden from all, and of judgements only the class's distribution is told.
 */
export async function hydrateClaims(events: RecordedEvent[]): Promise<Map<number, Parcel>> {
  const [first] = events
  if (!first) return new Map()
  const [rows, courseSlug] = await Promise.all([
    claimsById([...new Set(events.flatMap(touched))]),
    slugOf(first.courseId),
  ])
  const { claims, merged } = divided(rows, { courseSlug, staff: false })
  const [living, gone] = [new Map(claims.map((c) => [c.id, c])), new Map(merged.map((c) => [c.id, c]))]
  const parcel = (event: RecordedEvent): ClaimParcel => ({
    scopeId: event.scopeId ?? '',
    subjectId: event.subjectId ?? '',
    number: Number(event.payload.number),
    by: event.actorId,
    ...(event.payload.restored ? { restored: true } : {}),
    ...(event.payload.separated ? { separated: true } : {}),
    claims: touched(event).flatMap((id) => living.get(id) ?? []),
    gone: touched(event).flatMap((id) => gone.get(id) ?? []),
  })
  return new Map(events.map((event) => [event.seq, { json: JSON.stringify(parcel(event)) }]))
}

import 'server-only'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { type Actor, memberIn, visibleDebates } from '@/lib/policy'
import { claimsOf } from '../claims/read'
import { splitAuthor } from '../rules/interchange/author'
import { type ArgumentMap, inReadingOrder, type MapSource } from '../rules/interchange/map'
import type { SourceDto } from '../schema'

const REFS = {
  id: true,
  noteId: true,
  sectionId: true,
  start: true,
  end: true,
  exact: true,
  evidenceId: true,
} as const

type Ref = { [K in keyof typeof REFS]: (K extends 'start' | 'end' ? number : string) | null }

/** Without what is not there: files carry no nulls. */
const given = <T extends object>(row: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

const whole = (href: string): string => (href.startsWith('/') ? new URL(href, env().NEXTAUTH_URL).href : href)

/** What cannot be opened any more names nothing: neither its words nor its place leave with the file. */
function mapSource(source: SourceDto, ref: Ref | undefined): MapSource {
  const { kind, label, excerpt, href } = source
  const text = kind === 'REFERENCE' || kind === 'LINK' || !excerpt ? label : `${label}: ${excerpt}`
  const { id: _, ...place } = ref ?? { id: '' }
  const names = href && kind !== 'LINK' ? given(place) : {}
  return { kind, text, url: href ? whole(href) : '', ...names }
}

export type ExportedMap = ArgumentMap & { slug: string }

/**
 * A debate's argument as files carry it: what every member sees of it, never what staff alone see. Throws NOT_FOUND.
 */
export async function exportedMap(actor: Actor, courseId: string, slug: string): Promise<ExportedMap> {
  if (!memberIn(actor, courseId)) throw new AppError('NOT_FOUND')
  const debate = await db.debate.findFirst({
    where: { AND: [{ courseId, slug }, visibleDebates(actor)] },
    select: { id: true, motion: true, course: { select: { slug: true } } },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  const [{ claims }, refs] = await Promise.all([
    claimsOf(debate.id, { courseSlug: debate.course.slug, staff: false }),
    db.claimSource.findMany({ where: { claim: { debateId: debate.id } }, select: REFS }),
  ])
  const byId = new Map(refs.map((ref) => [ref.id, ref]))
  const numbers = new Map(claims.map((c) => [c.id, c.number]))
  const rows = claims.map((claim) => ({
    ...{ number: claim.number, relation: claim.relation, toulmin: claim.toulmin, linkGroup: claim.linkGroup },
    // on a claim that is gone it hangs on nothing, and is left out as on the page
    parent: claim.parentId ? (numbers.get(claim.parentId) ?? -1) : null,
    ...splitAuthor(claim.text, claim.author),
    sources: claim.sources.map((source) => mapSource(source, byId.get(source.id))),
  }))
  return { slug, motion: debate.motion, claims: inReadingOrder(rows) }
}

import 'server-only'
import { db } from '@/lib/db'
import { claimCode } from '@/lib/debates/rules/tree'
import { describe, place } from '@/lib/discussion/rules/anchor'
import type { Prisma } from '@/lib/generated/prisma/client'
import { renderMarkdown } from '@/lib/markdown'
import type { MarkdownOptions } from '@/lib/markdown/finish'
import { type Actor, visibleClaims, visibleEvidence, visibleNotes, visibleSections } from '@/lib/policy'
import { isFaithful } from '../rules/faithful'
import { addressOf, type Source, sourcesIn } from '../rules/quotations'

/** Where a source can be read today, and the words it has. */
type Place = { href: string; words: string }
type Places = Map<string, Place>
type Passage = Extract<Source, { kind: 'passage' }>
type Course = { id: string; slug: string }

const SECTION = {
  ...{ id: true, version: true, text: true, position: true, retiredAt: true },
  reading: { select: { slug: true } },
} as const satisfies Prisma.SectionSelect
type Section = Prisma.SectionGetPayload<{ select: typeof SECTION }>

/** The words of a passage in the text as it is now; in the text of then, where a revision took them out. */
function placed(base: string, section: Section, source: Passage, before: string | undefined): Place {
  const { start, end, version } = source
  const there = `${base}/readings/${section.reading.slug}/${section.position}`
  const words = before?.slice(start, end) ?? ''
  if (before === undefined || !words) return { href: there, words }
  const now = place(section.text, describe(before, start, end), { before })
  if (section.retiredAt === null && now.state !== 'orphaned')
    return { href: `${there}?at=${now.start}-${now.end}`, words }
  return { href: version === section.version ? there : `${there}/versions/${version}`, words }
}

async function passages(actor: Actor, course: Course, wanted: Passage[]): Promise<Places> {
  if (wanted.length === 0) return new Map()
  const ids = [...new Set(wanted.map((p) => p.sectionId))]
  const [sections, versions] = await Promise.all([
    db.section.findMany({
      where: { AND: [{ id: { in: ids }, reading: { courseId: course.id } }, visibleSections(actor)] },
      select: SECTION,
    }),
    db.sectionVersion.findMany({
      where: { OR: wanted.map(({ sectionId, version }) => ({ sectionId, version })) },
      select: { sectionId: true, version: true, text: true },
    }),
  ])
  const known = new Map(sections.map((s) => [s.id, s]))
  const texts = new Map([
    ...versions.map((v) => [`${v.sectionId} ${v.version}`, v.text] as const),
    ...sections.map((s) => [`${s.id} ${s.version}`, s.text] as const),
  ])
  return new Map(
    wanted.flatMap((source) => {
      const section = known.get(source.sectionId)
      if (!section) return []
      const before = texts.get(`${source.sectionId} ${source.version}`)
      return [[addressOf(source), placed(`/courses/${course.slug}`, section, source, before)] as const]
    }),
  )
}

async function notes(actor: Actor, { id: courseId, slug }: Course, ids: string[]): Promise<Places> {
  if (ids.length === 0) return new Map()
  const rows = await db.note.findMany({
    where: {
      AND: [
        { id: { in: ids }, courseId, deletedAt: null },
        visibleNotes(actor),
        { section: visibleSections(actor) },
      ],
    },
    select: {
      ...{ id: true, body: true, exact: true },
      section: { select: { position: true, reading: { select: { slug: true } } } },
    },
  })
  return new Map(
    rows.map(({ id, body, exact, section }) => {
      const href = `/courses/${slug}/readings/${section.reading.slug}/${section.position}?note=${id}`
      return [addressOf({ kind: 'note', id }), { href, words: `${body}\n${exact ?? ''}` }]
    }),
  )
}

async function claims(actor: Actor, { id: courseId, slug }: Course, ids: string[]): Promise<Places> {
  if (ids.length === 0) return new Map()
  const live = { number: true, deletedAt: true } as const
  const rows = await db.claim.findMany({
    where: { AND: [{ id: { in: ids }, debate: { courseId } }, visibleClaims(actor)] },
    select: {
      ...{ id: true, text: true, ...live },
      debate: { select: { slug: true } },
      mergedInto: { select: live },
    },
  })
  return new Map(
    rows.flatMap(({ id, text, debate, mergedInto, ...claim }) => {
      const now = mergedInto ?? claim
      if (now.deletedAt) return []
      const href = `/courses/${slug}/debates/${debate.slug}#${claimCode(now.number)}`
      return [[addressOf({ kind: 'claim', id }), { href, words: text }] as const]
    }),
  )
}

async function evidence(actor: Actor, { id: courseId, slug }: Course, ids: string[]): Promise<Places> {
  if (ids.length === 0) return new Map()
  const rows = await db.evidence.findMany({
    where: { AND: [{ id: { in: ids }, courseId }, visibleEvidence(actor)] },
    select: { id: true, code: true, observation: true },
  })
  return new Map(
    rows.map(({ id, code, observation }) => [
      addressOf({ kind: 'evidence', id }),
      { href: `/courses/${slug}/explain/matrix#${code}`, words: observation },
    ]),
  )
}

export type Render = (text: string, prefix: string) => string

/**
 * How texts of a critique are set for the actor: every quotation leads to where its source stands today, as far as the
 * actor may see it. One query for each kind of source that they name, none for none.
 */
export async function renderer(actor: Actor, course: Course, texts: readonly string[]): Promise<Render> {
  const sources = sourcesIn(texts)
  const ids = (kind: 'note' | 'claim' | 'evidence') => sources.flatMap((s) => (s.kind === kind ? [s.id] : []))
  const found = await Promise.all([
    passages(
      actor,
      course,
      sources.filter((s) => s.kind === 'passage'),
    ),
    notes(actor, course, ids('note')),
    claims(actor, course, ids('claim')),
    evidence(actor, course, ids('evidence')),
  ])
  const places: Places = new Map(found.flatMap((map) => [...map]))
  const resolve: MarkdownOptions['resolve'] = (address, words) => {
    const there = places.get(address)
    return there ? { href: there.href, faithful: isFaithful(words, there.words) } : null
  }
  return (text, prefix) => renderMarkdown(text, { prefix: `${prefix}-`, resolve })
}

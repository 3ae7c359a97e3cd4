import 'server-only'
import { db } from '@/lib/db'
import { excerptOf } from '@/lib/debates/rules/source-label'
import { claimCode } from '@/lib/debates/rules/tree'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import {
  type Actor,
  memberIds,
  visibleClaims,
  visibleEvidence,
  visibleNotes,
  visibleSections,
} from '@/lib/policy'
import { paragraphsWith } from '@/lib/readings/rules/paragraphs'
import type { FindQuotable, Quotable, QuotablePage, QuotableSection } from './schema'

const MOST = 20
const has = (q: string) => ({ contains: q, mode: 'insensitive' }) as const

const SECTION = {
  ...{ id: true, version: true, text: true, code: true, heading: true },
  reading: { select: { title: true } },
} as const satisfies Prisma.SectionSelect
type Section = Prisma.SectionGetPayload<{ select: typeof SECTION }>

const labelOf = ({ code, heading, reading }: Pick<Section, 'code' | 'heading' | 'reading'>): string =>
  `${reading.title}, ${code || heading}`

const published = (actor: Actor, courseId: string): Prisma.SectionWhereInput => ({
  AND: [{ retiredAt: null, reading: { courseId } }, visibleSections(actor)],
})

/** The sections of the readings, in order: what there is to look into. */
async function sections(actor: Actor, courseId: string): Promise<QuotableSection[]> {
  const rows = await db.section.findMany({
    where: published(actor, courseId),
    orderBy: [{ reading: { position: 'asc' } }, { position: 'asc' }],
    select: { id: true, code: true, heading: true, reading: { select: { title: true } } },
  })
  return rows.map(({ id, code, heading, reading }) => ({
    id,
    reading: reading.title,
    label: [code, heading].filter(Boolean).join(' '),
  }))
}

/** Paragraphs of one section, or those of all sections that have the words. */
async function passages(actor: Actor, courseId: string, { q, section }: FindQuotable): Promise<Quotable[]> {
  if (!q && !section) return []
  const where: Prisma.SectionWhereInput = {
    AND: [
      published(actor, courseId),
      section ? { id: section } : {},
      ...q.split(/\s+/).map((word) => (word ? { text: has(word) } : {})),
    ],
  }
  const rows = await db.section.findMany({
    where,
    orderBy: [{ reading: { position: 'asc' } }, { position: 'asc' }],
    take: MOST,
    select: SECTION,
  })
  const found = rows.flatMap((row) =>
    paragraphsWith(row.text, q).map(
      ({ start, words }): Quotable => ({
        key: `${row.id} ${start}`,
        label: labelOf(row),
        words,
        source: {
          kind: 'passage',
          ...{ sectionId: row.id, version: row.version, start, end: start + words.length },
        },
      }),
    ),
  )
  return section ? found : found.slice(0, MOST)
}

const NOTE = {
  ...{ id: true, kind: true, body: true, exact: true, start: true, end: true, version: true },
  ...{ placement: true, visibility: true, authorId: true, section: { select: SECTION } },
  author: { select: { user: { select: { name: true } } } },
} as const satisfies Prisma.NoteSelect
type Note = Prisma.NoteGetPayload<{ select: typeof NOTE }>

/**
 * A highlight is quoted as its passage, which everybody can follow who sees the reading. A private note's label has no
 * name, because the critique may be read blind.
 */
function noteItem({ id, section, ...note }: Note): Quotable {
  const { body, exact, start, end, version } = note
  const where = section.code || section.heading
  if (note.kind === 'HIGHLIGHT' && exact && start !== null && end !== null) {
    const passage = { kind: 'passage' as const, sectionId: section.id, start, end }
    return {
      key: id,
      label: labelOf(section),
      words: exact,
      source: { ...passage, version: version ?? section.version },
    }
  }
  const name = note.visibility === 'COURSE' ? `Note by ${note.author.user.name}` : 'Private note'
  return { key: id, label: `${name}, ${where}`, words: body || (exact ?? ''), source: { kind: 'note', id } }
}

async function notes(actor: Actor, courseId: string, { q, mine }: FindQuotable): Promise<Quotable[]> {
  const words: Prisma.NoteWhereInput = q
    ? { OR: [{ body: has(q) }, { exact: has(q) }, { author: { user: { name: has(q) } } }] }
    : {}
  const whose: Prisma.NoteWhereInput = mine
    ? { authorId: { in: memberIds(actor) } }
    : { visibility: 'COURSE', kind: { not: 'HIGHLIGHT' } }
  const rows = await db.note.findMany({
    where: {
      AND: [
        { courseId, deletedAt: null, section: visibleSections(actor) },
        visibleNotes(actor),
        whose,
        words,
      ],
    },
    orderBy: { createdAt: 'desc' },
    take: MOST,
    select: NOTE,
  })
  return rows.map(noteItem)
}

async function claims(actor: Actor, courseId: string, { q }: FindQuotable): Promise<Quotable[]> {
  const rows = await db.claim.findMany({
    where: {
      AND: [{ debate: { courseId }, deletedAt: null }, visibleClaims(actor), q ? { text: has(q) } : {}],
    },
    orderBy: { createdAt: 'desc' },
    take: MOST,
    select: { id: true, text: true, number: true, debate: { select: { motion: true } } },
  })
  return rows.map(({ id, text, number, debate }) => ({
    key: id,
    label: `${claimCode(number)}, ${excerptOf(debate.motion, 60)}`,
    words: text,
    source: { kind: 'claim', id },
  }))
}

async function evidence(actor: Actor, courseId: string, { q }: FindQuotable): Promise<Quotable[]> {
  const words = q ? { OR: [{ code: has(q) }, { dateLabel: has(q) }, { observation: has(q) }] } : {}
  const rows = await db.evidence.findMany({
    where: { AND: [{ courseId }, visibleEvidence(actor), words] },
    orderBy: { position: 'asc' },
    take: 2 * MOST,
    select: { id: true, code: true, dateLabel: true, observation: true },
  })
  return rows.map(({ id, code, dateLabel, observation }) => ({
    key: id,
    label: `Evidence ${[code, dateLabel].filter(Boolean).join(', ')}`,
    words: observation,
    source: { kind: 'evidence', id },
  }))
}

const FIND = { passage: passages, note: notes, claim: claims, evidence }

/** What the author of a critique may quote in it. Errors: NOT_FOUND (to everybody else). */
export async function findQuotable(actor: Actor, input: FindQuotable): Promise<QuotablePage> {
  const critique = await db.critique.findFirst({
    where: { id: input.critiqueId, authorId: { in: memberIds(actor) } },
    select: { assignment: { select: { courseId: true } } },
  })
  if (!critique) throw new AppError('NOT_FOUND')
  const { courseId } = critique.assignment
  const browsing = input.kind === 'passage' && !input.q && !input.section
  return {
    items: await FIND[input.kind](actor, courseId, input),
    sections: browsing ? await sections(actor, courseId) : [],
  }
}

import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, memberIds, visibleDebates, visibleEvidence, visibleNotes } from '@/lib/policy'
import { excerptOf } from '../rules/source-label'
import type { CitableDto, FindSources } from '../schema'

const MOST = 20

/** Notes that a claim may cite: the whole course sees them, in a reading that is published. */
const citableNotes = (actor: Actor, courseId: string): Prisma.NoteWhereInput => ({
  AND: [
    { courseId, deletedAt: null, hiddenAt: null, visibility: 'COURSE' },
    { section: { reading: { publishedAt: { not: null } } } },
    visibleNotes(actor),
  ],
})

const NOTE = {
  id: true,
  body: true,
  exact: true,
  section: { select: { code: true, heading: true } },
  author: { select: { user: { select: { name: true } } } },
} satisfies Prisma.NoteSelect

type NoteRow = Prisma.NoteGetPayload<{ select: typeof NOTE }>

const noteDto = ({ id, body, exact, section, author }: NoteRow): CitableDto => ({
  kind: 'NOTE',
  id,
  label: `Note by ${author.user.name}, ${section.code || section.heading}`,
  excerpt: excerptOf(body || `“${exact ?? ''}”`),
})

const holds = (q: string) => ({ contains: q, mode: 'insensitive' }) as const

async function findNotes(actor: Actor, courseId: string, q: string): Promise<CitableDto[]> {
  const words: Prisma.NoteWhereInput = q
    ? { OR: [{ body: holds(q) }, { exact: holds(q) }, { author: { user: { name: holds(q) } } }] }
    : {}
  const notes = await db.note.findMany({
    where: { AND: [citableNotes(actor, courseId), words] },
    orderBy: { createdAt: 'desc' },
    take: MOST,
    select: NOTE,
  })
  return notes.map(noteDto)
}

async function findEvidence(actor: Actor, courseId: string, q: string): Promise<CitableDto[]> {
  const words: Prisma.EvidenceWhereInput = q
    ? { OR: [{ code: holds(q) }, { dateLabel: holds(q) }, { observation: holds(q) }] }
    : {}
  const rows = await db.evidence.findMany({
    where: { AND: [{ courseId }, visibleEvidence(actor), words] },
    orderBy: { position: 'asc' },
    take: MOST,
    select: { id: true, code: true, dateLabel: true, observation: true },
  })
  return rows.map(({ id, code, dateLabel, observation }) => ({
    kind: 'EVIDENCE',
    id,
    label: [code, dateLabel].filter(Boolean).join(', '),
    excerpt: excerptOf(observation),
  }))
}

/**
 * One's own notes: of those that the whole course sees, the note; of the others their words, which everybody can follow
 * who sees the reading.
 */
async function findOwnNotes(actor: Actor, courseId: string, q: string): Promise<CitableDto[]> {
  const seen: Prisma.NoteWhereInput = { visibility: 'COURSE', hiddenAt: null }
  const placed: Prisma.NoteWhereInput = {
    ...{ exact: { not: null }, start: { not: null }, end: { not: null } },
    placement: { not: 'ORPHANED' },
    section: { retiredAt: null },
  }
  const notes = await db.note.findMany({
    where: {
      AND: [
        { courseId, deletedAt: null, authorId: { in: memberIds(actor) } },
        { section: { reading: { publishedAt: { not: null } } } },
        { OR: [seen, placed] },
        q ? { OR: [{ body: holds(q) }, { exact: holds(q) }] } : {},
      ],
    },
    orderBy: { createdAt: 'desc' },
    take: MOST,
    select: {
      ...{ ...NOTE, visibility: true, hiddenAt: true, start: true, end: true },
      section: { select: { ...NOTE.section.select, id: true, reading: { select: { title: true } } } },
    },
  })
  return notes.map(({ visibility, hiddenAt, start, end, ...note }): CitableDto => {
    const { id, exact, body, section } = note
    if ((visibility === 'COURSE' && !hiddenAt) || exact === null || start === null || end === null)
      return noteDto(note)
    const words = `“${excerptOf(exact)}”`
    return {
      ...{ kind: 'PASSAGE', id, label: `${section.reading.title}, ${section.code || section.heading}` },
      excerpt: body ? `${words} (${excerptOf(body, 60)})` : words,
      passage: { sectionId: section.id, start, end, exact },
    }
  })
}

/** What a claim of this debate may cite, by words in it: the newest notes, or the evidence in its order. */
export async function findSources(
  actor: Actor,
  { debateId, kind, q, mine }: FindSources,
): Promise<CitableDto[]> {
  const courseId = await courseOfDebate(actor, debateId)
  if (kind === 'EVIDENCE') return findEvidence(actor, courseId, q)
  return mine ? findOwnNotes(actor, courseId, q) : findNotes(actor, courseId, q)
}

export async function courseOfDebate(actor: Actor, id: string): Promise<string> {
  const debate = await db.debate.findFirst({
    where: { AND: [{ id }, visibleDebates(actor)] },
    select: { courseId: true },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  return debate.courseId
}

/** The note that somebody comes with to cite it; null where the course may not see it. */
export async function citableNote(actor: Actor, courseId: string, id: string): Promise<CitableDto | null> {
  const note = await db.note.findFirst({
    where: { AND: [{ id }, citableNotes(actor, courseId)] },
    select: NOTE,
  })
  return note && noteDto(note)
}

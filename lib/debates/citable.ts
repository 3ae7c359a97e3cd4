import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, visibleDebates, visibleEvidence, visibleNotes } from '@/lib/policy'
import { excerptOf } from './rules/source-label'
import type { CitableDto, FindSources } from './schema'

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

/** What a claim of this debate may cite, by words in it: the newest notes, or the evidence in its order. */
export async function findSources(actor: Actor, { debateId, kind, q }: FindSources): Promise<CitableDto[]> {
  const debate = await db.debate.findFirst({
    where: { AND: [{ id: debateId }, visibleDebates(actor)] },
    select: { courseId: true },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  return kind === 'NOTE' ? findNotes(actor, debate.courseId, q) : findEvidence(actor, debate.courseId, q)
}

/** The note that somebody comes with to cite it; null where the course may not see it. */
export async function citableNote(actor: Actor, courseId: string, id: string): Promise<CitableDto | null> {
  const note = await db.note.findFirst({
    where: { AND: [{ id }, citableNotes(actor, courseId)] },
    select: NOTE,
  })
  return note && noteDto(note)
}

import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, isStaffRole, memberIn, visibleNotes, visibleReadings } from '@/lib/policy'
import { place } from './rules/anchor'
import type { PlacementDto, PlacementList } from './schema'

/** Notes that a revision could not place surely: all that the staff see, of everybody else their own. */
function unplaced(actor: Actor, courseId: string): Prisma.NoteWhereInput {
  const member = memberIn(actor, courseId)
  if (!member) throw new AppError('NOT_FOUND')
  const own = isStaffRole(member.role) ? {} : { authorId: member.id }
  const doubtful = { placement: { in: ['UNCERTAIN' as const, 'ORPHANED' as const] } }
  return { AND: [{ courseId, threadId: null, deletedAt: null, ...doubtful }, own, visibleNotes(actor)] }
}

/** How many notes of each reading wait for a person to say where they belong, by the reading's id. */
export async function waitingByReading(actor: Actor, courseId: string): Promise<Map<string, number>> {
  const notes = await db.note.findMany({
    where: { AND: [unplaced(actor, courseId), { placement: 'UNCERTAIN' }] },
    select: { section: { select: { readingId: true } } },
  })
  const counts = new Map<string, number>()
  for (const { section } of notes) counts.set(section.readingId, (counts.get(section.readingId) ?? 0) + 1)
  return counts
}

const NOTE = {
  id: true,
  kind: true,
  bodyHtml: true,
  exact: true,
  start: true,
  end: true,
  placement: true,
  version: true,
  createdAt: true,
  sectionId: true,
  author: { select: { user: { select: { name: true } } } },
} satisfies Prisma.NoteSelect

type Row = Prisma.NoteGetPayload<{ select: typeof NOTE }>
type Place = PlacementDto['section'] & { text: string }

const AROUND = 90

/** The words that the note was put on, with some of what stands around them. */
function foundIn(text: string, { start, end }: Row): PlacementDto['found'] {
  if (start === null || end === null) return null
  const from = Math.max(0, start - AROUND)
  const to = Math.min(text.length, end + AROUND)
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, start)}`,
    words: text.slice(start, end),
    after: `${text.slice(end, to)}${to < text.length ? '…' : ''}`,
  }
}

function dto(row: Row, { text, ...section }: Place): PlacementDto {
  const {
    bodyHtml,
    createdAt,
    author,
    start: _start,
    end: _end,
    sectionId: _section,
    exact,
    placement,
    ...note
  } = row
  return {
    ...note,
    exact: exact ?? '',
    uncertain: placement === 'UNCERTAIN',
    html: bodyHtml,
    author: author.user.name,
    at: createdAt.toISOString(),
    section,
    found: placement === 'UNCERTAIN' ? foundIn(text, row) : null,
  }
}

/** The notes of a reading that its revisions could not place surely, in the order of the text. */
export async function placements(actor: Actor, courseId: string, slug: string): Promise<PlacementList> {
  const reading = await db.reading.findFirst({
    where: { AND: [{ courseId, slug }, visibleReadings(actor)] },
    select: { id: true, title: true, slug: true },
  })
  if (!reading) throw new AppError('NOT_FOUND')
  const notes = await db.note.findMany({
    where: { AND: [unplaced(actor, courseId), { section: { readingId: reading.id } }] },
    select: NOTE,
  })
  const sections = await db.section.findMany({
    where: { id: { in: notes.map((note) => note.sectionId) } },
    orderBy: { position: 'asc' },
    select: { id: true, position: true, heading: true, version: true, retiredAt: true, text: true },
  })
  const list = sections.flatMap(({ id, retiredAt, ...section }) =>
    notes
      .filter((note) => note.sectionId === id)
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || (a.id < b.id ? -1 : 1))
      .map((note) => dto(note, { ...section, retired: retiredAt !== null })),
  )
  const { title } = reading
  return {
    reading: { title, slug: reading.slug },
    uncertain: list.filter((n) => n.uncertain),
    orphaned: list.filter((n) => !n.uncertain),
  }
}

type Version = { sectionId: string; version: number; text: string }

/** Where a note's words stand in an earlier version of its section; null when that cannot be said. */
export async function wordsInVersion(
  actor: Actor,
  noteId: string,
  { sectionId, version, text }: Version,
): Promise<{ start: number; end: number } | null> {
  const note = await db.note.findFirst({
    where: { AND: [{ id: noteId, sectionId }, visibleNotes(actor)] },
    select: { exact: true, prefix: true, suffix: true, start: true, end: true, version: true },
  })
  if (!note?.exact || note.start === null || note.end === null) return null
  const { exact, prefix, suffix, start, end } = note
  if (note.version === version) return { start, end }
  const found = place(text, {
    quote: { exact, prefix: prefix ?? '', suffix: suffix ?? '' },
    position: { start, end },
  })
  return found.state === 'exact' || found.state === 'moved' ? { start: found.start, end: found.end } : null
}

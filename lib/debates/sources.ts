import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db, type Tx } from '@/lib/db'
import { anchorWords } from '@/lib/discussion/rules/anchor-words'
import { AppError } from '@/lib/errors'
import type { Prisma, Visibility } from '@/lib/generated/prisma/client'
import { type Actor, visibleEvidence, visibleNotes, visibleSections } from '@/lib/policy'
import type { SourceInput } from './schema'

export type SourceData = Omit<Prisma.ClaimSourceCreateManyInput, 'claimId'>
type Found = {
  notes: Map<string, { visibility: Visibility; published: boolean }>
  sections: Map<string, { text: string; published: boolean }>
  evidence: Set<string>
}

const refuse = (message: string, index: number): AppError =>
  new AppError('INVALID', message, { fields: { [`sources.${index}`]: message } })
const missing = (message: string, index: number): AppError =>
  new AppError('NOT_FOUND', message, { fields: { [`sources.${index}`]: message } })

const HIDDEN: Record<Exclude<Visibility, 'COURSE'>, string> = {
  PRIVATE:
    'Only you can see that note, and the whole course reads claims. Cite a note that everyone can see, or quote the passage.',
  GROUP:
    'Only a group can see that note, and the whole course reads claims. Cite a note that everyone can see, or quote the passage.',
}
const UNPUBLISHED = 'That reading is not published yet, and the whole course reads claims. Publish it first.'

const ids = <K extends SourceInput['kind']>(
  sources: readonly SourceInput[],
  kind: K,
  id: (source: Extract<SourceInput, { kind: K }>) => string,
): string[] => sources.flatMap((s) => (s.kind === kind ? [id(s as Extract<SourceInput, { kind: K }>)] : []))

/** All that the sources name, as far as the actor sees it in this course: one query per kind, none for none. */
async function find(actor: Actor, courseId: string, sources: readonly SourceInput[]): Promise<Found> {
  const noteIds = ids(sources, 'NOTE', (s) => s.noteId)
  const sectionIds = ids(sources, 'PASSAGE', (s) => s.sectionId)
  const evidenceIds = ids(sources, 'EVIDENCE', (s) => s.evidenceId)
  const publishedAt = { select: { reading: { select: { publishedAt: true } } } } as const
  const [notes, sections, evidence] = await Promise.all([
    noteIds.length
      ? db.note.findMany({
          where: {
            AND: [{ id: { in: noteIds }, courseId, deletedAt: null, hiddenAt: null }, visibleNotes(actor)],
          },
          select: { id: true, visibility: true, section: publishedAt },
        })
      : [],
    sectionIds.length
      ? db.section.findMany({
          where: { AND: [{ id: { in: sectionIds }, reading: { courseId } }, visibleSections(actor)] },
          select: { id: true, text: true, ...publishedAt.select },
        })
      : [],
    evidenceIds.length
      ? db.evidence.findMany({
          where: { AND: [{ id: { in: evidenceIds }, courseId }, visibleEvidence(actor)] },
          select: { id: true },
        })
      : [],
  ])
  const isPublished = (reading: { publishedAt: Date | null }) => reading.publishedAt !== null
  return {
    notes: new Map(
      notes.map((n) => [n.id, { visibility: n.visibility, published: isPublished(n.section.reading) }]),
    ),
    sections: new Map(sections.map((s) => [s.id, { text: s.text, published: isPublished(s.reading) }])),
    evidence: new Set(evidence.map((e) => e.id)),
  }
}

function checked(source: SourceInput, index: number, found: Found): SourceData {
  const id = uuidv7() // rises with every call: sources keep the order in which they were given
  switch (source.kind) {
    case 'NOTE': {
      const note = found.notes.get(source.noteId)
      if (!note) throw missing('That note is not here. It may have been deleted.', index)
      if (note.visibility !== 'COURSE') throw refuse(HIDDEN[note.visibility], index)
      if (!note.published) throw refuse(UNPUBLISHED, index)
      return { id, kind: source.kind, noteId: source.noteId }
    }
    case 'PASSAGE': {
      const section = found.sections.get(source.sectionId)
      if (!section) throw missing('The section of that passage is not here.', index)
      if (!section.published) throw refuse(UNPUBLISHED, index)
      return { id, kind: source.kind, sectionId: source.sectionId, ...anchorWords(section.text, source) }
    }
    case 'EVIDENCE':
      if (!found.evidence.has(source.evidenceId)) throw missing('That observation is not here.', index)
      return { id, kind: source.kind, evidenceId: source.evidenceId }
    case 'REFERENCE':
      return { id, kind: source.kind, text: source.text }
    case 'LINK':
      return { id, kind: source.kind, url: source.url, text: source.text }
  }
}

/**
 * The rows of the sources that somebody gives for a claim. The whole course reads claims, so what only some may see
 * is refused, and what the actor does not see is not found.
 */
export async function checkedSources(
  actor: Actor,
  courseId: string,
  sources: readonly SourceInput[],
): Promise<SourceData[]> {
  const found = await find(actor, courseId, sources)
  return sources.map((source, index) => checked(source, index, found))
}

/**
 * Keeps the sections of passages as they are until the commit. A revision that was published since the sources were
 * checked has moved their words: CONFLICT. Before anything else that the revision writes is locked, as it does itself.
 */
export async function holdPassages(tx: Tx, sources: readonly SourceData[]): Promise<void> {
  const passages = sources.flatMap(({ sectionId, start, end, exact }) =>
    sectionId && start != null && end != null ? [{ sectionId, start, end, exact }] : [],
  )
  if (!passages.length) return
  const rows = await tx.$queryRaw<{ id: string; text: string }[]>`
    SELECT "id", "text" FROM "Section" WHERE "id" = ANY(${passages.map((p) => p.sectionId)}::uuid[])
    ORDER BY "id" FOR KEY SHARE`
  const texts = new Map(rows.map(({ id, text }) => [id, text]))
  if (passages.every((p) => texts.get(p.sectionId)?.slice(p.start, p.end) === p.exact)) return
  throw new AppError('CONFLICT', 'The reading was revised just now. Choose the passage again.')
}

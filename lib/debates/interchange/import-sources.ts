import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db } from '@/lib/db'
import { type Actor, visibleEvidence, visibleNotes, visibleSections } from '@/lib/policy'
import type { MapClaim, MapSource } from '../rules/interchange/map'
import { SourceInput } from '../schema'
import { checkedSources, type SourceData } from '../sources'

/** The rows of one claim's sources. */
export type SourceRows = SourceData[]

type Here = { notes: Set<string>; sections: Map<string, string>; evidence: Set<string> }

const published = { publishedAt: { not: null } }

/** What the sources name that is in this course and that every member sees: three queries. */
async function findHere(actor: Actor, courseId: string, sources: MapSource[]): Promise<Here> {
  const ids = (key: 'noteId' | 'sectionId' | 'evidenceId') => sources.flatMap((s) => (s[key] ? [s[key]] : []))
  const [notes, sections, evidence] = await Promise.all([
    db.note.findMany({
      where: {
        AND: [
          { id: { in: ids('noteId') }, courseId, deletedAt: null, hiddenAt: null, visibility: 'COURSE' },
          { section: { reading: published } },
          visibleNotes(actor),
        ],
      },
      select: { id: true },
    }),
    db.section.findMany({
      where: {
        AND: [{ id: { in: ids('sectionId') }, reading: { courseId, ...published } }, visibleSections(actor)],
      },
      select: { id: true, text: true },
    }),
    db.evidence.findMany({
      where: { AND: [{ id: { in: ids('evidenceId') }, courseId }, visibleEvidence(actor)] },
      select: { id: true },
    }),
  ])
  return {
    notes: new Set(notes.map((n) => n.id)),
    sections: new Map(sections.map((s) => [s.id, s.text])),
    evidence: new Set(evidence.map((e) => e.id)),
  }
}

/** What a source is here: the thing itself where it is here with the same words, else words and a link. */
function sourceHere(source: MapSource, here: Here): SourceInput | null {
  const { kind, text, url, noteId, sectionId, evidenceId, start, end, exact } = source
  if (kind === 'NOTE' && noteId && here.notes.has(noteId)) return { kind, noteId }
  if (kind === 'EVIDENCE' && evidenceId && here.evidence.has(evidenceId)) return { kind, evidenceId }
  if (kind === 'PASSAGE' && sectionId && exact && start !== undefined && end !== undefined)
    if (here.sections.get(sectionId)?.slice(start, end) === exact)
      return { kind, sectionId, start, end, exact }
  return asWords(kind, text.trim(), url)
}

function asWords(kind: MapSource['kind'], text: string, url: string): SourceInput | null {
  if (kind === 'LINK') {
    const link = SourceInput.safeParse({ kind, url, text: text.slice(0, 300) })
    if (link.success) return link.data
  }
  const words = [
    kind === 'REFERENCE' ? text : text.slice(0, 700),
    kind !== 'REFERENCE' && url ? `(${url})` : '',
  ]
  const reference = SourceInput.safeParse({
    kind: 'REFERENCE',
    text: words.filter(Boolean).join(' ').slice(0, 1000),
  })
  return reference.success ? reference.data : null
}

/**
 * The sources of imported claims, in their order. Notes, passages and evidence of this course are cited as themselves;
 * those of another are kept as references with their link.
 */
export async function importedSources(
  actor: Actor,
  courseId: string,
  claims: MapClaim[],
): Promise<SourceRows[]> {
  const here = await findHere(
    actor,
    courseId,
    claims.flatMap((c) => c.sources),
  )
  const inputs = claims.map(({ sources }) => sources.flatMap((source) => sourceHere(source, here) ?? []))
  const rows = await checkedSources(actor, courseId, inputs.flat())
  let at = 0
  // made anew here, since claims stand in between: ids rise with the order
  return inputs.map((list) => list.map(() => ({ ...rows[at++]!, id: uuidv7() })))
}

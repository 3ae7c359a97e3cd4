import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authorise, visibleEvidence, visibleExplanations, visibleSections } from '@/lib/policy'
import { evidenceOf, evidenceParts } from './evidence-dto'
import { explanationRows, headOf } from './queries'
import type { EvidenceForm, MatrixSource, SectionChoice } from './schema'

const sectionLabel = (s: { heading: string; code: string; position: number; reading: { title: string } }) =>
  `${s.reading.title}: ${s.code || s.position} ${s.heading}`

/** The sections that the class can open, in the order in which it reads them. */
async function sectionChoices(actor: Actor, courseId: string): Promise<SectionChoice[]> {
  const sections = await db.section.findMany({
    where: {
      AND: [{ retiredAt: null, reading: { courseId, publishedAt: { not: null } } }, visibleSections(actor)],
    },
    orderBy: [{ reading: { position: 'asc' } }, { position: 'asc' }],
    select: { id: true, heading: true, code: true, position: true, reading: { select: { title: true } } },
  })
  return sections.map((section) => ({ id: section.id, label: sectionLabel(section) }))
}

const EMPTY: EvidenceForm['fields'] = {
  ...{ code: '', dateLabel: '', date: null, observation: '', source: '', testType: '', argument: '' },
  ...{ credibility: 'MEDIUM', relevance: 'MEDIUM', benched: false, url: null, suggested: {} },
}

type At = { sectionId: string; start: number; end: number; version: number }

/** Words that were chosen on a page of the reading room; null when they are not there to be quoted. */
async function chosenAt(actor: Actor, courseId: string, at: At): Promise<EvidenceForm['chosen']> {
  const section = await db.section.findFirst({
    where: {
      AND: [{ id: at.sectionId, version: at.version, reading: { courseId } }, visibleSections(actor)],
    },
    include: { reading: { select: { title: true } } },
  })
  const exact = section?.text.slice(at.start, at.end)
  return section && exact ? { ...at, exact, label: sectionLabel(section) } : null
}

/** The code that follows the last of the table: E21 after E20. */
function nextCode(codes: readonly string[]): string {
  const [, letters = '', number = ''] = /^(.*?)(\d+)$/.exec(codes.at(-1) ?? 'E00') ?? []
  return number ? letters + String(Number(number) + 1).padStart(number.length, '0') : ''
}

/** What the staff's form of an observation begins with. Errors: NOT_FOUND, FORBIDDEN. */
export async function evidenceForm(
  actor: Actor,
  courseId: string,
  code: string | null,
  at: At | null,
): Promise<EvidenceForm> {
  authorise(actor, 'matrix.edit', courseId)
  const [columns, sections, chosen, rows] = await Promise.all([
    explanationRows(actor, courseId),
    sectionChoices(actor, courseId),
    at && chosenAt(actor, courseId, at),
    db.evidence.findMany({
      where: { AND: [{ courseId }, visibleEvidence(actor)] },
      orderBy: { position: 'asc' },
      include: evidenceParts(actor),
    }),
  ])
  const base = { explanations: columns.map(headOf), sections, chosen }
  if (code === null)
    return { ...base, id: null, passage: null, fields: { ...EMPTY, code: nextCode(rows.map((r) => r.code)) } }
  const row = rows.find((r) => r.code.toLowerCase() === code.toLowerCase())
  if (!row) throw new AppError('NOT_FOUND')
  const codes = new Map(columns.map((column) => [column.id, column.code]))
  const { id, passage, suggested, ...dto } = evidenceOf(row, {
    ...{ actor, codes, counts: new Map(), comments: new Map() },
  })
  const { dateLabel, date, observation, source, testType, argument, credibility, relevance } = dto
  return {
    ...{ ...base, id, passage },
    fields: {
      ...{ code: dto.code, dateLabel, date, observation, source, testType, argument, credibility, relevance },
      ...{ benched: dto.benched, url: dto.url, suggested },
    },
  }
}

/** The table as the staff arrange it. What nobody has used yet can be taken away. */
export async function matrixSource(actor: Actor, courseId: string): Promise<MatrixSource> {
  authorise(actor, 'matrix.edit', courseId)
  const uses = { ratings: true, comments: true } as const
  const [explanations, evidence] = await Promise.all([
    db.explanation.findMany({
      where: { AND: [{ courseId }, visibleExplanations(actor)] },
      orderBy: { position: 'asc' },
      include: { _count: { select: { ...uses, priors: true, options: true } } },
    }),
    db.evidence.findMany({
      where: { AND: [{ courseId }, visibleEvidence(actor)] },
      orderBy: { position: 'asc' },
      include: { _count: { select: { ...uses, sources: true } } },
    }),
  ])
  const unused = (count: Record<string, number>) => Object.values(count).every((n) => n === 0)
  return {
    explanations: explanations.map((row) => ({
      ...{ id: row.id, code: row.code, name: row.name, shortName: row.shortName, statement: row.statement },
      ...{ literature: row.literature, predicts: row.predicts, countsAgainst: row.countsAgainst },
      hue: headOf(row).hue,
      removable: unused(row._count),
    })),
    evidence: evidence.map((row) => ({
      ...{ id: row.id, code: row.code, dateLabel: row.dateLabel, observation: row.observation },
      benched: row.benched,
      removable: unused(row._count),
    })),
  }
}

import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, visibleSections } from '@/lib/policy'
import { sectionHtml } from '@/lib/readings/rules/html'
import { paragraphsWith } from '@/lib/readings/rules/paragraphs'
import type { SectionBlock } from '@/lib/readings/schema'
import type { CitableSection, CitableText, FindPassage, FoundParagraph } from '../schema'
import { courseOfDebate } from './citable'

const MOST = 20

/** The whole course reads claims, so their passages are of what the whole course can read. */
const citable = (actor: Actor, courseId: string): Prisma.SectionWhereInput => ({
  AND: [{ retiredAt: null, reading: { courseId, publishedAt: { not: null } } }, visibleSections(actor)],
})
const IN_ORDER = [
  { reading: { position: 'asc' } },
  { position: 'asc' },
] as const satisfies Prisma.SectionOrderByWithRelationInput[]

async function sections(actor: Actor, courseId: string): Promise<CitableSection[]> {
  const rows = await db.section.findMany({
    where: citable(actor, courseId),
    orderBy: [...IN_ORDER],
    select: { id: true, code: true, heading: true, reading: { select: { title: true } } },
  })
  return rows.map(({ reading, ...section }) => ({ ...section, reading: reading.title }))
}

async function paragraphs(actor: Actor, courseId: string, q: string): Promise<FoundParagraph[]> {
  if (!q) return []
  const words = q.split(/\s+/).map((word) => ({ text: { contains: word, mode: 'insensitive' as const } }))
  const rows = await db.section.findMany({
    where: { AND: [citable(actor, courseId), ...words] },
    orderBy: [...IN_ORDER],
    take: MOST,
    select: { id: true, text: true },
  })
  return rows
    .flatMap(({ id, text }) => paragraphsWith(text, q).map((found) => ({ sectionId: id, ...found })))
    .slice(0, MOST)
}

async function textOf(
  actor: Actor,
  courseId: string,
  id: string | undefined,
): Promise<CitableText['section']> {
  if (!id) return null
  const row = await db.section.findFirst({
    where: { AND: [{ id }, citable(actor, courseId)] },
    select: { id: true, blocks: true },
  })
  if (!row) throw new AppError('NOT_FOUND')
  return { id: row.id, html: sectionHtml(row.blocks as SectionBlock[]) }
}

/** Where a passage for a claim of this debate can be chosen: the sections, the text of one (else the first), paragraphs with words. */
export async function citableText(actor: Actor, { debateId, section, q }: FindPassage): Promise<CitableText> {
  const courseId = await courseOfDebate(actor, debateId)
  const [all, found] = await Promise.all([sections(actor, courseId), paragraphs(actor, courseId, q)])
  const text = await textOf(actor, courseId, section ?? all[0]?.id)
  return { sections: all, section: text, found }
}

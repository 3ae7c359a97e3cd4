import 'server-only'
import { db, type Tx } from '@/lib/db'
import { anchorIn } from '@/lib/discussion/anchor-in'
import { AppError } from '@/lib/errors'
import { type Actor, visibleSections } from '@/lib/policy'
import type { Passage } from './schema'

/** An observation's words as its row keeps them. */
export type PassageData = {
  sectionId: string | null
  exact: string | null
  prefix: string | null
  suffix: string | null
  start: number | null
  end: number | null
}

export const NO_PASSAGE: PassageData = {
  ...{ sectionId: null, exact: null, prefix: null, suffix: null, start: null, end: null },
}

const refuse = (message: string): AppError =>
  new AppError('INVALID', message, { fields: { passage: message } })

type Section = Awaited<ReturnType<typeof sectionsOf>>[number]

const sectionsOf = (actor: Actor, courseId: string, passages: readonly Passage[]) =>
  db.section.findMany({
    where: {
      AND: [{ id: { in: passages.map((p) => p.sectionId) }, reading: { courseId } }, visibleSections(actor)],
    },
    select: {
      id: true,
      text: true,
      version: true,
      retiredAt: true,
      reading: { select: { publishedAt: true } },
    },
  })

async function anchored(courseId: string, section: Section | undefined, passage: Passage) {
  if (!section) throw new AppError('NOT_FOUND', 'The section of that passage is not here.')
  if (!section.reading.publishedAt)
    throw refuse(
      'That reading is not published yet, and the whole course reads the matrix. Publish it first.',
    )
  const now = { courseId, text: section.text, version: section.version, retired: section.retiredAt !== null }
  const { exact, prefix, suffix, start, end, placement } = await anchorIn(
    section.id,
    now,
    passage,
    passage.version,
  )
  if (placement !== 'EXACT' && placement !== 'MOVED')
    throw refuse('These words are not in the section as it is now. Choose them again.')
  return { sectionId: section.id, exact, prefix, suffix, start, end }
}

/**
 * The anchors of words that rows rest on, in the order given. The whole class reads the matrix, so the words must stand
 * in a published reading. Errors: NOT_FOUND, INVALID.
 */
export async function passagesFor(
  actor: Actor,
  courseId: string,
  passages: readonly (Passage | null)[],
): Promise<PassageData[]> {
  const given = passages.filter((p) => p !== null)
  const sections = given.length ? await sectionsOf(actor, courseId, given) : []
  const byId = new Map(sections.map((section) => [section.id, section]))
  // asks for an earlier text only where the page was older than the reading
  return Promise.all(
    passages.map((p) => (p ? anchored(courseId, byId.get(p.sectionId), p) : Promise.resolve(NO_PASSAGE))),
  )
}

/** Keeps the sections as they are until the commit; CONFLICT when a revision has moved the words meanwhile. */
export async function holdPassages(tx: Tx, passages: readonly PassageData[]): Promise<void> {
  const ids = passages.flatMap((p) => p.sectionId ?? [])
  if (!ids.length) return
  const rows = await tx.$queryRaw<{ id: string; text: string }[]>`
    SELECT "id", "text" FROM "Section" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR KEY SHARE`
  const texts = new Map(rows.map(({ id, text }) => [id, text]))
  const stand = passages.every(
    ({ sectionId, start, end, exact }) =>
      sectionId === null ||
      start === null ||
      end === null ||
      texts.get(sectionId)?.slice(start, end) === exact,
  )
  if (!stand) throw new AppError('CONFLICT', 'The reading was revised just now. Choose the passage again.')
}

import 'server-only'
import { groupBy } from '@/lib/critiques/rules/group-by'
import { pool } from '@/lib/db'
import { type Actor, authoriseMember } from '@/lib/policy'
import { paragraphAt } from '../rules/paragraph'
import type { OpenQuestion, TroubledPassage } from './schema'

type Row = OpenQuestion & { sectionId: string; start: number | null; askers: string[] }

/**
 * Open questions of the class, those that most have first. A question is open while it is not resolved; `answered`
 * where somebody else has replied. Group questions are the staff's to see too; private ones are nobody's. `askers`
 * never leaves the server.
 */
const QUESTIONS = `
  SELECT n."id", u."name" AS author, left(n."body", 280) AS excerpt, r."title" || ', ' || s."heading" AS where,
    '/courses/' || c."slug" || '/readings/' || r."slug" || '/' || s."position" || '?note=' || n."id" AS href,
    to_char(n."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, n."sectionId", n."start",
    (SELECT count(*)::int FROM "Reaction" x WHERE x."noteId" = n."id" AND x."kind" = 'SAME_QUESTION') AS same,
    (SELECT array_agg(DISTINCT who)::text[] FROM (SELECT n."authorId" AS who UNION SELECT x."membershipId" FROM "Reaction" x
       WHERE x."noteId" = n."id" AND x."kind" = 'SAME_QUESTION') a) AS askers
  FROM "Note" n JOIN "Section" s ON s."id" = n."sectionId" JOIN "Reading" r ON r."id" = s."readingId"
  JOIN "Course" c ON c."id" = n."courseId" JOIN "Membership" m ON m."id" = n."authorId" JOIN "User" u ON u."id" = m."userId"
  WHERE n."courseId" = $1 AND n."kind" = 'QUESTION' AND n."visibility" <> 'PRIVATE' AND n."deletedAt" IS NULL
    AND n."hiddenAt" IS NULL AND n."resolvedAt" IS NULL AND ($2 OR NOT EXISTS (
      SELECT 1 FROM "Note" a WHERE a."threadId" = n."id" AND a."deletedAt" IS NULL AND a."authorId" <> n."authorId"))
  ORDER BY same DESC, n."createdAt", n."id"`

async function questions(courseId: string, answeredToo: boolean): Promise<Row[]> {
  const { rows } = await pool().query<Row>({
    name: 'open-questions',
    text: QUESTIONS,
    values: [courseId, answeredToo],
  })
  return rows
}

const shown = ({ sectionId: _, start: __, askers: ___, ...question }: Row): OpenQuestion => question

/** Questions that nobody else has answered. Errors: NOT_FOUND, FORBIDDEN. */
export async function unansweredQuestions(actor: Actor, courseId: string): Promise<OpenQuestion[]> {
  authoriseMember(actor, 'desk.view', courseId)
  return (await questions(courseId, false)).map(shown)
}

async function textsOf(sectionIds: string[]): Promise<Map<string, string>> {
  const { rows } = await pool().query<{ id: string; text: string }>({
    name: 'section-texts',
    text: 'SELECT "id", "text" FROM "Section" WHERE "id" = ANY($1::uuid[])',
    values: [sectionIds],
  })
  return new Map(rows.map(({ id, text }) => [id, text]))
}

const EXCERPT = 200

function passage(rows: Row[], text: string): TroubledPassage | null {
  const [first] = rows
  if (!first) return null
  const { number, words } = paragraphAt(text, first.start ?? 0)
  return {
    key: `${first.sectionId}-${number}`,
    where: `${first.where}, paragraph ${number}`,
    excerpt: words.length > EXCERPT ? `${words.slice(0, EXCERPT).trimEnd()} …` : words,
    href: first.href,
    members: new Set(rows.flatMap((row) => row.askers)).size,
    questions: rows.map(shown),
  }
}

/**
 * The confusion report: paragraphs with open questions, ordered by how many different members asked one there or said
 * that they have it too. Nothing else goes into the order. Errors: NOT_FOUND, FORBIDDEN.
 */
export async function troubledPassages(actor: Actor, courseId: string): Promise<TroubledPassage[]> {
  authoriseMember(actor, 'desk.view', courseId)
  const rows = (await questions(courseId, true)).filter((row) => row.start !== null)
  const texts = await textsOf([...new Set(rows.map((row) => row.sectionId))])
  const places = groupBy(
    rows,
    (row) => `${row.sectionId}-${paragraphAt(texts.get(row.sectionId) ?? '', row.start ?? 0).number}`,
  )
  return [...places.values()]
    .flatMap((some) => passage(some, texts.get(some[0]?.sectionId ?? '') ?? '') ?? [])
    .sort(
      (a, b) => b.members - a.members || b.questions.length - a.questions.length || (a.key < b.key ? -1 : 1),
    )
}

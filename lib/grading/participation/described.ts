import 'server-only'
import { pool } from '@/lib/db'
import type { Contribution, Described } from '../schema'

/** By subject id: what it is called and where it is. One statement for everything that may count. */
const SUBJECTS = `
  SELECT n."id", r."title" || ', ' || s."heading" AS title,
    '/courses/' || c."slug" || '/readings/' || r."slug" || '/' || s."position" || '?note=' || n."id" AS href
  FROM "Note" n JOIN "Section" s ON s."id" = n."sectionId" JOIN "Reading" r ON r."id" = s."readingId"
  JOIN "Course" c ON c."id" = n."courseId" WHERE n."id" = ANY($2::uuid[]) AND n."courseId" = $1
  UNION ALL
  SELECT s."id", r."title" || ', ' || s."heading",
    '/courses/' || c."slug" || '/readings/' || r."slug" || '/' || s."position"
  FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId" JOIN "Course" c ON c."id" = r."courseId"
  WHERE s."id" = ANY($2::uuid[]) AND r."courseId" = $1
  UNION ALL
  SELECT k."id", 'Claim ' || k."number" || ': ' || d."motion",
    '/courses/' || c."slug" || '/debates/' || d."slug" || '#C' || lpad(k."number"::text, greatest(2, length(k."number"::text)), '0')
  FROM "Claim" k JOIN "Debate" d ON d."id" = k."debateId" JOIN "Course" c ON c."id" = d."courseId"
  WHERE k."id" = ANY($2::uuid[]) AND d."courseId" = $1
  UNION ALL
  SELECT p."id", p."question" || CASE WHEN p."wave" = '' THEN '' ELSE ' (' || p."wave" || ')' END,
    '/courses/' || c."slug" || '/explain/polls/' || p."slug"
  FROM "Poll" p JOIN "Course" c ON c."id" = p."courseId" WHERE p."id" = ANY($2::uuid[]) AND p."courseId" = $1
  UNION ALL
  SELECT v."id", a."title", '/courses/' || c."slug" || '/critiques/' || a."slug" || '/' || k."id"
  FROM "Review" v JOIN "Critique" k ON k."id" = v."critiqueId" JOIN "Assignment" a ON a."id" = k."assignmentId"
  JOIN "Course" c ON c."id" = a."courseId" WHERE v."id" = ANY($2::uuid[]) AND a."courseId" = $1`

type Subject = { id: string; title: string; href: string }

/** Contributions of one member as that member reads them, the newest first. Nothing in them says who found a post helpful. */
export async function describeContributions(
  courseId: string,
  contributions: readonly Contribution[],
): Promise<Described[]> {
  const ids = [...new Set(contributions.map((c) => c.subjectId))]
  const { rows } = await pool().query<Subject>({
    name: 'contribution-subjects',
    text: SUBJECTS,
    values: [courseId, ids],
  })
  const subjects = new Map(rows.map((row) => [row.id, row]))
  return contributions.toReversed().map(({ memberId: _, by: __, ...contribution }) => {
    const subject = subjects.get(contribution.subjectId)
    return {
      ...contribution,
      title: subject?.title ?? 'Something that is no longer there',
      href: subject?.href ?? null,
    }
  })
}

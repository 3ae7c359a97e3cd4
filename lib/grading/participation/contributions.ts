import 'server-only'
import { pool } from '@/lib/db'
import type { Contribution } from '../schema'

/**
 * Everything that counts towards participation in a course, oldest first; of one member (`$2`) or of all (null). One
 * statement. A vote counts once its poll is closed and bears the time of the close: when somebody voted is kept
 * nowhere. Who found a post helpful is a number that means nothing outside its author's list.
 */
const CONTRIBUTIONS = `
  WITH posts AS (
    SELECT n.* FROM "Note" n WHERE n."courseId" = $1 AND ($2::uuid IS NULL OR n."authorId" = $2) AND n."deletedAt" IS NULL
      AND n."hiddenAt" IS NULL AND n."visibility" <> 'PRIVATE' AND n."kind" <> 'HIGHLIGHT'
  ), found AS (
    SELECT "authorId" AS member, CASE "kind" WHEN 'REPLY' THEN 'replies' ELSE 'notes' END AS component,
      "createdAt" AS at, "id" AS subject, "body" AS text, NULL::int AS by FROM posts
    UNION ALL
    SELECT n."authorId", 'helpfulness', x."createdAt", n."id", NULL,
      (dense_rank() OVER (PARTITION BY n."authorId" ORDER BY md5(n."authorId"::text || x."membershipId"::text)))::int
    FROM posts n JOIN "Reaction" x ON x."noteId" = n."id" AND x."membershipId" <> n."authorId"
    UNION ALL
    SELECT p."membershipId", 'reading', p."readAt", p."sectionId", NULL, NULL
    FROM "Progress" p JOIN "Section" s ON s."id" = p."sectionId" JOIN "Reading" r ON r."id" = s."readingId"
    WHERE r."courseId" = $1 AND r."publishedAt" IS NOT NULL AND s."retiredAt" IS NULL
      AND ($2::uuid IS NULL OR p."membershipId" = $2)
    UNION ALL
    SELECT c."authorId", 'claims', c."createdAt", c."id", c."text", NULL
    FROM "Claim" c JOIN "Debate" d ON d."id" = c."debateId"
    WHERE d."courseId" = $1 AND ($2::uuid IS NULL OR c."authorId" = $2)
      AND (c."deletedAt" IS NULL OR c."mergedIntoId" IS NOT NULL) AND c."hiddenAt" IS NULL
    UNION ALL
    SELECT pa."membershipId", 'votes', po."closedAt", po."id", NULL, NULL
    FROM "Participation" pa JOIN "Poll" po ON po."id" = pa."pollId"
    WHERE po."courseId" = $1 AND po."closedAt" IS NOT NULL AND ($2::uuid IS NULL OR pa."membershipId" = $2)
    UNION ALL
    SELECT v."reviewerId", 'reviews', v."submittedAt", v."id", NULL, NULL
    FROM "Review" v JOIN "Critique" k ON k."id" = v."critiqueId" JOIN "Assignment" a ON a."id" = k."assignmentId"
    WHERE a."courseId" = $1 AND v."hiddenAt" IS NULL AND ($2::uuid IS NULL OR v."reviewerId" = $2)
  )
  SELECT f.*, to_char(f.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS iso FROM found f
  JOIN "Membership" m ON m."id" = f.member AND m."role" = 'STUDENT' AND m."removedAt" IS NULL
  ORDER BY f.at, f.component, f.subject, f.by`

type Row = {
  member: string
  component: Contribution['component']
  iso: string
  subject: string
  text: string | null
  by: number | null
}

/** For queries that have authorised the actor: these rows know no visibility. */
export async function contributionsIn(courseId: string, memberId: string | null): Promise<Contribution[]> {
  const { rows } = await pool().query<Row>({
    name: 'contributions',
    text: CONTRIBUTIONS,
    values: [courseId, memberId],
  })
  return rows.map(({ member, component, iso, subject, text, by }) => ({
    ...{ memberId: member, component, at: iso, subjectId: subject },
    ...(text === null ? {} : { text }),
    ...(by === null ? {} : { by }),
  }))
}

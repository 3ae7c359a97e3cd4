/** A cited note counts while it is there and the whole course sees it. */
export const NOTE_STANDS = `(n."id" IS NOT NULL AND n."deletedAt" IS NULL AND n."visibility" = 'COURSE')`

/** `SourceRow` of rules/source-label.ts. */
const SOURCE_JSON = `json_build_object(
  'id', s."id", 'kind', s."kind", 'text', s."text", 'url', s."url",
  'exact', s."exact", 'start', s."start", 'end', s."end",
  'noteId', n."id", 'noteStands', ${NOTE_STANDS},
  'noteAuthor', CASE WHEN ${NOTE_STANDS} THEN nu."name" END,
  'noteBody', CASE WHEN ${NOTE_STANDS} THEN left(n."body", 400) END,
  'noteExact', CASE WHEN ${NOTE_STANDS} THEN left(n."exact", 400) END,
  'reading', r."title", 'readingSlug', r."slug", 'published', r."publishedAt" IS NOT NULL,
  'section', sec."position", 'sectionCode', sec."code",
  'evidenceCode', e."code", 'evidenceDate', e."dateLabel", 'observation', left(e."observation", 400))`

const SOURCES = `(SELECT json_agg(${SOURCE_JSON} ORDER BY s."id")
  FROM "ClaimSource" s
  LEFT JOIN "Note" n ON n."id" = s."noteId"
  LEFT JOIN "Membership" nm ON nm."id" = n."authorId" LEFT JOIN "User" nu ON nu."id" = nm."userId"
  LEFT JOIN "Section" sec ON sec."id" = coalesce(s."sectionId", n."sectionId")
  LEFT JOIN "Reading" r ON r."id" = sec."readingId"
  LEFT JOIN "Evidence" e ON e."id" = s."evidenceId"
  WHERE s."claimId" = c."id")`

/** The living claims of one debate ($1) with their sources, in one statement. */
export const CLAIMS = `
  SELECT c."id", c."parentId", c."number", c."relation", c."text", c."authorId", c."createdAt" AS at,
    c."editedAt" IS NOT NULL AS edited, u."name" AS author, m."role" IN ('INSTRUCTOR', 'ASSISTANT') AS staff,
    coalesce(${SOURCES}, '[]'::json) AS sources
  FROM "Claim" c JOIN "Membership" m ON m."id" = c."authorId" JOIN "User" u ON u."id" = m."userId"
  WHERE c."debateId" = $1 AND c."deletedAt" IS NULL ORDER BY c."number"`

/** What counting needs of the living claims of several debates ($1). */
export const CLAIM_SKELETONS = `
  SELECT c."id", c."debateId", c."parentId", c."number", c."relation", EXISTS (
    SELECT 1 FROM "ClaimSource" s LEFT JOIN "Note" n ON n."id" = s."noteId"
    WHERE s."claimId" = c."id" AND (s."kind" <> 'NOTE' OR ${NOTE_STANDS})
      AND (s."kind" <> 'EVIDENCE' OR s."evidenceId" IS NOT NULL)) AS sourced
  FROM "Claim" c WHERE c."debateId" = ANY($1::uuid[]) AND c."deletedAt" IS NULL`

const TURN_JSON = `json_build_object('speaker', u."name", 'role', t."role", 'words', t."words", 'side', dr."side")`

/** Phases, roles and exchanges of one debate ($1), each as a JSON array; and its course's slug. */
export const SURROUNDINGS = `
  SELECT co."slug" AS "courseSlug",
    (SELECT coalesce(json_agg(json_build_object('name', p."name", 'minutes', p."minutes", 'who', p."who", 'purpose', p."purpose")
       ORDER BY p."position"), '[]'::json) FROM "Phase" p WHERE p."debateId" = d."id") AS phases,
    (SELECT coalesce(json_agg(json_build_object('memberId', m."id", 'name', u."name", 'side', dr."side", 'label', dr."label")
       ORDER BY dr."side" NULLS LAST, lower(dr."label") = 'juror', dr."label", u."name"), '[]'::json)
     FROM "DebateRole" dr JOIN "Membership" m ON m."id" = dr."membershipId" JOIN "User" u ON u."id" = m."userId"
     WHERE dr."debateId" = d."id") AS roles,
    (SELECT coalesce(json_agg(json_build_object('title', x."title", 'turns', (
       SELECT coalesce(json_agg(${TURN_JSON} ORDER BY t."position"), '[]'::json)
       FROM "Turn" t JOIN "Membership" m ON m."id" = t."speakerId" JOIN "User" u ON u."id" = m."userId"
       LEFT JOIN "DebateRole" dr ON dr."debateId" = d."id" AND dr."membershipId" = t."speakerId"
       WHERE t."exchangeId" = x."id")) ORDER BY x."position"), '[]'::json)
     FROM "Exchange" x WHERE x."debateId" = d."id") AS exchanges
  FROM "Debate" d JOIN "Course" co ON co."id" = d."courseId" WHERE d."id" = $1`

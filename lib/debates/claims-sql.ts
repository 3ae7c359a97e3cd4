/** A cited note counts while it is there and the whole course sees it. */
export const NOTE_STANDS = `(n."id" IS NOT NULL AND n."deletedAt" IS NULL AND n."hiddenAt" IS NULL AND n."visibility" = 'COURSE')`

/** `SourceRow` of rules/source-label.ts. */
const SOURCE_JSON = `json_build_object(
  'id', s."id", 'kind', s."kind", 'text', s."text", 'url', s."url",
  'exact', s."exact", 'start', s."start", 'end', s."end",
  'noteId', n."id", 'noteStands', ${NOTE_STANDS},
  'noteAuthor', CASE WHEN ${NOTE_STANDS} THEN nu."name" END,
  'noteBody', CASE WHEN ${NOTE_STANDS} AND NOT sec."postFirst" THEN left(n."body", 400) END,
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

/** Judgements of those who are still here, without whose they are, in an order that tells nothing. */
const JUDGEMENTS = `(SELECT json_agg(json_build_object('impact', j."impact", 'probability', j."probability")
    ORDER BY j."impact", j."probability")
  FROM "ClaimJudgement" j JOIN "Membership" jm ON jm."id" = j."membershipId" AND jm."removedAt" IS NULL
  WHERE j."claimId" = c."id")`

/** Claims with their sources and judgements, in one statement; `StoredClaim` of claims/read.ts. */
const CLAIM_ROWS = `
  SELECT c."id", c."debateId", c."parentId", c."number", c."relation", c."toulmin", c."linkGroup", c."text", c."authorId",
    c."createdAt" AS at, c."editedAt" IS NOT NULL AS edited, u."name" AS author,
    m."role" IN ('INSTRUCTOR', 'ASSISTANT') AS staff, c."deletedAt" IS NOT NULL AS gone, c."mergedIntoId",
    c."hiddenAt" IS NOT NULL AS hidden,
    coalesce(${SOURCES}, '[]'::json) AS sources, coalesce(${JUDGEMENTS}, '[]'::json) AS judgements
  FROM "Claim" c JOIN "Membership" m ON m."id" = c."authorId" JOIN "User" u ON u."id" = m."userId"`

/** The living claims of one debate ($1), and those that were merged into others. */
export const CLAIMS = `${CLAIM_ROWS}
  WHERE c."debateId" = $1 AND (c."deletedAt" IS NULL OR c."mergedIntoId" IS NOT NULL) ORDER BY c."number"`

/** Claims by id ($1), also those that are gone. */
export const CLAIMS_BY_ID = `${CLAIM_ROWS} WHERE c."id" = ANY($1::uuid[])`

/** What one member ($2) makes of the claims of a debate ($1). */
export const OWN_JUDGEMENTS = `
  SELECT j."claimId" AS id, j."impact", j."probability" FROM "ClaimJudgement" j JOIN "Claim" c ON c."id" = j."claimId"
  WHERE c."debateId" = $1 AND j."membershipId" = $2`

/** What counting needs of the living claims of several debates ($1). */
export const CLAIM_SKELETONS = `
  SELECT c."id", c."debateId", c."parentId", c."number", c."relation", c."hiddenAt" IS NOT NULL OR EXISTS (
    SELECT 1 FROM "ClaimSource" s LEFT JOIN "Note" n ON n."id" = s."noteId"
    WHERE s."claimId" = c."id" AND (s."kind" <> 'NOTE' OR ${NOTE_STANDS})
      AND (s."kind" <> 'EVIDENCE' OR s."evidenceId" IS NOT NULL)) AS sourced
  FROM "Claim" c WHERE c."debateId" = ANY($1::uuid[]) AND c."deletedAt" IS NULL`

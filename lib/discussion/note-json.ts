import type { ReactionKind } from './schema'

const reactions = (kind: ReactionKind): string =>
  `(SELECT count(*)::int FROM "Reaction" x WHERE x."noteId" = n."id" AND x."kind" = '${kind}')`

/**
 * The `NoteDto` of schema.ts, built in the database. Live events carry it for one note; a section's list is built
 * once for everyone who may see the same (section-cache.ts).
 */
export const NOTE_JSON = `json_build_object(
  'id', n."id", 'threadId', n."threadId", 'parentId', n."parentId", 'promptId', n."promptId",
  'kind', n."kind", 'visibility', n."visibility", 'authorId', n."authorId", 'author', u."name", 'role', m."role",
  'html', CASE WHEN n."deletedAt" IS NULL AND n."hiddenAt" IS NULL THEN n."bodyHtml" ELSE '' END,
  'exact', n."exact", 'start', n."start", 'end', n."end", 'placement', n."placement",
  'version', n."version",
  'at', to_char(n."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'hidden', n."hiddenAt" IS NOT NULL, 'locked', n."lockedAt" IS NOT NULL, 'pinned', n."pinnedAt" IS NOT NULL,
  'edited', n."editedAt" IS NOT NULL, 'deleted', n."deletedAt" IS NOT NULL, 'resolved', n."resolvedAt" IS NOT NULL,
  'tags', (SELECT coalesce(json_agg(t."tag" ORDER BY t."tag"), '[]') FROM "NoteTag" t WHERE t."noteId" = n."id"
    AND n."hiddenAt" IS NULL),
  'same', ${reactions('SAME_QUESTION')}, 'thanks', ${reactions('THANKS')})`

export const NOTE_FROM = `"Note" n JOIN "Membership" m ON m."id" = n."authorId" JOIN "User" u ON u."id" = m."userId"`

/** A deleted note stays as a stub while somebody's reply hangs on it. */
export const NOTE_SHOWN = `(n."deletedAt" IS NULL OR EXISTS (
  SELECT 1 FROM "Note" r WHERE r."parentId" = n."id" AND r."deletedAt" IS NULL))`

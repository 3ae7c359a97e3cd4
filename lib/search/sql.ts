import { isStaffRole, type Member } from '@/lib/policy/actor'
import { unwritten } from '@/lib/policy/visibility'
import { hasChoice, isCaseless, likePattern, phrasesOf, type Terms, wordQueries } from './rules/terms'
import type { HitKind } from './schema'

export type Statement = { text: string; values: unknown[] }

/**
 * A text's ways of fitting: by words (the index of words), by characters anywhere in it (trigrams); and by one of the
 * two alone, which suits texts that are long and few: whatever has the words has the characters, unless either of two
 * words will do.
 */
type Fit = { words: string; characters: string; one: string }

/** Collects the statement's values and answers `$1`, `$2` … for them. */
function collector() {
  const values: unknown[] = []
  const add = (value: unknown, type: string) => `$${values.push(value)}::${type}`
  return { values, add }
}
type Add = ReturnType<typeof collector>['add']
type Like = { operator: string; pattern: string }

/** The expressions must be written as the indexes of the migration have them, or the indexes are not used. */
function fittingFor(q: string, terms: Terms, add: Add): (text: string) => Fit {
  const { words, beginnings } = wordQueries(q, terms)
  const begun = `to_tsquery('simple', ${add(beginnings, 'text')})`
  const query = hasChoice(q) ? `(websearch_to_tsquery('simple', ${add(words, 'text')}) || ${begun})` : begun
  const like = (term: string) => ({
    operator: isCaseless(term) ? 'LIKE' : 'ILIKE',
    pattern: add(likePattern(term), 'text'),
  })
  const [wanted, phrases, refused] = [terms.wanted, phrasesOf(q, terms), terms.refused].map((l) =>
    l.map(like),
  )
  return (text) => {
    const has = (list: Like[] = []) => list.map((t) => `${text} ${t.operator} ${t.pattern}`)
    const lacks = (refused ?? []).map((t) => `${text} NOT ${t.operator} ${t.pattern}`)
    const byWords = `(${[`to_tsvector('simple', ${text}) @@ ${query}`, ...has(phrases), ...lacks].join(' AND ')})`
    const byCharacters = `(${[...has(wanted), ...lacks].join(' AND ')})`
    return { words: byWords, characters: byCharacters, one: hasChoice(q) ? byWords : byCharacters }
  }
}

/**
 * The sections that the member sees (`visibleSections`), and whether they see what others wrote there: where one posts
 * before one sees others, a student who has not posted sees their own alone.
 */
const places = (course: string, me: string, staff: string, student: string): string => `
  place AS MATERIALIZED (
    SELECT s."id", s."position", s."code", s."heading", r."slug", r."title", r."publishedAt" IS NOT NULL AS published,
      s."retiredAt" IS NOT NULL AS retired,
      NOT (s."postFirst" AND ${student} AND ${unwritten(me, 's."id"')}) AS open
    FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId"
    WHERE r."courseId" = ${course} AND (r."publishedAt" IS NOT NULL OR ${staff}))`

const PLACE_JSON = `'slug', p."slug", 'reading', p."title", 'position', p."position", 'heading', p."heading",
  'published', p.published`
const AUTHOR = `JOIN "Membership" m ON m."id" = x."authorId" JOIN "User" u ON u."id" = m."userId"`

type Context = { course: string; me: string; group: string; staff: string; limit: string }

/** `visibleNotes`, for one course and one member. */
const noteSeen = ({ course, me, group, staff }: Context): string => `
  n."courseId" = ${course} AND n."deletedAt" IS NULL AND n."hiddenAt" IS NULL AND n."body" <> ''
  AND (n."visibility" = 'COURSE' OR n."authorId" = ${me}
    OR (n."visibility" = 'GROUP' AND (n."groupId" = ${group} OR ${staff})))`

/** Few of many notes: the newest that have the words, and the newest that have the characters. */
const notes = (c: Context, condition: string, whole: boolean): string => `
  (SELECT 'note' AS kind, x."id", ${whole} AS whole, x."createdAt" AS at,
     json_build_object(${PLACE_JSON}, 'author', u."name", 'noteKind', x."kind", 'text', x."body") AS data
   FROM (SELECT n.* FROM "Note" n JOIN place p ON p."id" = n."sectionId" AND (p.open OR n."authorId" = ${c.me})
         WHERE ${noteSeen(c)} AND ${condition} ORDER BY n."createdAt" DESC LIMIT ${c.limit}) x
   JOIN place p ON p."id" = x."sectionId" ${AUTHOR})`

const SECTION_TEXT = `(s."heading" || ' ' || s."text")`

const sections = (c: Context, { one }: Fit): string => `
  (SELECT 'passage', s."id", false, NULL::timestamptz,
     json_build_object(${PLACE_JSON}, 'text', s."text")
   FROM "Section" s JOIN place p ON p."id" = s."id" WHERE NOT p.retired AND ${one}
   ORDER BY p."slug", p."position" LIMIT ${c.limit})`

const claims = (c: Context, fit: Fit): string => `
  (SELECT 'claim', x."id", false, x."createdAt",
     json_build_object('debate', d."slug", 'motion', d."motion", 'number', x."number", 'author', u."name", 'text', x."text")
   FROM "Claim" x JOIN "Debate" d ON d."id" = x."debateId" ${AUTHOR}
   WHERE d."courseId" = ${c.course} AND x."deletedAt" IS NULL AND x."hiddenAt" IS NULL AND ${fit.one}
   ORDER BY x."createdAt" DESC LIMIT ${c.limit})`

/** What a course has a few dozen of: read through. */
const few = (kind: HitKind, table: string, fields: string[], json: string, having: (text: string) => Fit) => {
  const text = `concat_ws(E'\\n\\n', ${fields.join(', ')})`
  const { one } = having('t."text"')
  return (c: Context): string => `
  (SELECT '${kind}', t."id", false, NULL::timestamptz, json_build_object(${json}, 'text', t."text")
   FROM (SELECT *, ${text} AS "text" FROM "${table}" WHERE "courseId" = ${c.course}) t
   WHERE ${one} ORDER BY t."position" LIMIT ${c.limit})`
}

/** One's own draft as it stands; for the staff what was handed in last. Nobody else's: reviewers stay blind. */
const critiques = (c: Context, fit: Fit): string => `
  (SELECT 'critique', x."id", false, x."savedAt",
     json_build_object('assignment', x."slug", 'title', x."title", 'author', u."name", 'own', x.own, 'text', t."text",
       'submitted', x."submittedAt" IS NOT NULL)
   FROM (SELECT k.*, a."slug", a."title", k."authorId" = ${c.me} AS own
         FROM "Critique" k JOIN "Assignment" a ON a."id" = k."assignmentId"
         WHERE a."courseId" = ${c.course} AND (k."authorId" = ${c.me} OR (k."submittedAt" IS NOT NULL AND ${c.staff}))) x
   ${AUTHOR}
   CROSS JOIN LATERAL (SELECT CASE WHEN x.own THEN
       (SELECT string_agg(w."text", E'\\n\\n' ORDER BY f."position") FROM "CritiqueAnswer" w
        JOIN "TemplateField" f ON f."id" = w."fieldId" WHERE w."critiqueId" = x."id")
     ELSE (SELECT string_agg(part->>'text', E'\\n\\n') FROM
        (SELECT "content" FROM "Submission" WHERE "critiqueId" = x."id" ORDER BY "number" DESC LIMIT 1) last,
        jsonb_array_elements(last."content") part) END AS "text") t
   WHERE ${fit.one} ORDER BY x."savedAt" DESC LIMIT ${c.limit})`

const EXPLANATION = ['"name"', '"statement"', '"literature"', '"predicts"', '"countsAgainst"']
const EVIDENCE = ['"observation"', '"source"', '"argument"', '"code"', '"dateLabel"']

function contextFor(member: Member, limit: number, add: Add) {
  const context: Context = {
    course: add(member.courseId, 'uuid'),
    me: add(member.id, 'uuid'),
    group: add(member.groupId, 'uuid'),
    staff: add(isStaffRole(member.role), 'boolean'),
    limit: add(limit, 'int'),
  }
  const student = add(member.role === 'STUDENT', 'boolean')
  return { context, cte: places(context.course, context.me, context.staff, student) }
}

/** Looking at every character is for when the index of words has not filled the page: the planner asks it once. */
const unlessEnough = (found: string, { limit }: Context, condition: string): string =>
  `(SELECT count(*) FROM ${found}) < ${limit} AND ${condition}`

/** Everything that the member may see and that fits, at most `limit` of a kind and way. */
export function searchStatement(member: Member, q: string, terms: Terms, limit: number): Statement {
  const { values, add } = collector()
  const { context, cte } = contextFor(member, limit, add)
  const having = fittingFor(q, terms, add)
  const note = having('n."body"')
  const parts = [
    'SELECT * FROM note_words',
    notes(context, unlessEnough('note_words', context, note.characters), false),
    sections(context, having(SECTION_TEXT)),
    claims(context, having('x."text"')),
    few('evidence', 'Evidence', EVIDENCE, `'code', t."code", 'date', t."dateLabel"`, having)(context),
    few('explanation', 'Explanation', EXPLANATION, `'code', t."code", 'name', t."name"`, having)(context),
    critiques(context, having('t."text"')),
  ]
  const ctes = [cte, `note_words AS MATERIALIZED ${notes(context, note.words, true)}`]
  return { text: `WITH ${ctes.join(', ')} ${parts.join(' UNION ALL ')}`, values }
}

/** Notes with words that are spelled nearly like these; asked for only when nothing has the words themselves. */
export function nearStatement(member: Member, words: string, limit: number): Statement {
  const { values, add } = collector()
  const { context, cte } = contextFor(member, limit, add)
  return { text: `WITH ${cte} ${notes(context, `${add(words, 'text')} <% n."body"`, false)}`, values }
}

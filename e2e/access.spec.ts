import { randomUUID } from 'node:crypto'
import { taskKey } from '../lib/critiques/rules/blind'
import { API, type Facts, type Outcome, PAGES, type Row, WHO, type Who } from './support/access-table'
import { inSeminar, oneOf } from './support/database'
import { importJob, readingDraft } from './support/drafts'
import { Client, signedIn } from './support/http'
import { anotherCourse, mailToken } from './support/people'
import { handlers, pages } from './support/routes'
import { COURSE, expect, PEOPLE, test } from './support/test'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const SLUG = COURSE.replace('/courses/', '')

let facts: Facts
let clients: Record<Who, Client>
let author: Client

const post = async (client: Client, note: object): Promise<string> => {
  const { status, text } = await client.send('/api/notes', { method: 'POST', json: note })
  expect(status, text).toBe(201)
  return JSON.parse(text).id
}

const critiqueOf = (name: string) =>
  oneOf(
    `SELECT c."id" FROM "Critique" c JOIN "Membership" m ON m."id" = c."authorId"
     JOIN "User" u ON u."id" = m."userId" WHERE u."name" = $1`,
    [name],
  )

const AUTHOR = 'Farah Thistledown'
const OF_THE_OTHER_GROUP = 'Jia-Li Saltmarsh'

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000)
  const { slug: otherCourse, client: elsewhere } = await anotherCourse(browser)
  const { instructor, assistant, student, observer, owner } = PEOPLE
  clients = {
    instructor: await signedIn(instructor),
    assistant: await signedIn(assistant),
    student: await signedIn(student),
    observer: await signedIn(observer),
    owner: await signedIn(owner),
    elsewhere,
    nobody: new Client(),
  }
  author = await signedIn(AUTHOR)
  const section = await oneOf(
    `SELECT s."id" FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId" JOIN "Course" c ON c."id" = r."courseId"
     WHERE c."slug" = $1 AND r."slug" = 'r3' AND s."position" = 1`,
    [SLUG],
  )
  const exact = await oneOf(`SELECT left("text", 20) FROM "Section" WHERE "id" = $1`, [section])
  const firstWords = { start: 0, end: exact.length, exact }
  const note = { sectionId: section, anchor: firstWords, body: 'A note of somebody else’s.' }
  const groupmate = await signedIn(OF_THE_OTHER_GROUP)
  facts = {
    section,
    firstWords,
    otherCourse,
    mailToken: await mailToken(student),
    joinToken: await oneOf(`SELECT "joinToken" FROM "Course" WHERE "slug" = $1`, [SLUG]),
    closedPoll: await oneOf(`SELECT "id" FROM "Poll" WHERE "slug" = 'before'`),
    debate: await oneOf(`SELECT "id" FROM "Debate" WHERE "slug" = 'neoclassical-realism'`),
    claim: await oneOf(
      `SELECT c."id" FROM "Claim" c JOIN "Debate" d ON d."id" = c."debateId" WHERE d."slug" = 'neoclassical-realism' LIMIT 1`,
    ),
    note: await post(author, { ...note, kind: 'QUESTION' }),
    privateNote: await post(author, { ...note, visibility: 'PRIVATE' }),
    ownMembership: await membershipOf(student),
    membership: await membershipOf(AUTHOR),
    notice: await noticeFor(student),
    groupNote: await post(groupmate, { ...note, visibility: 'GROUP' }),
    critique: await critiqueOf('Dariush Pebblebrook'),
    ownCritique: await critiqueOf(student),
    draft: await startDraft(AUTHOR),
    ...(await tasks(student)),
    template: await oneOf(`SELECT "id" FROM "Template" WHERE "code" = 'A'`),
    importJob: await importJob(),
    readingDraft: await readingDraft(),
  }
})

const membershipOf = (name: string): Promise<string> =>
  oneOf(
    `SELECT m."id" FROM "Membership" m JOIN "User" u ON u."id" = m."userId" JOIN "Course" c ON c."id" = m."courseId"
     WHERE u."name" = $1 AND c."slug" = $2`,
    [name, SLUG],
  )

/** Any notice that is this person's. */
const noticeFor = (name: string): Promise<string> =>
  oneOf(
    `INSERT INTO "Notification" ("id", "membershipId", "kind", "noteId")
     SELECT $2, m."id", 'MENTION', n."id" FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
     JOIN "Note" n ON n."courseId" = m."courseId" AND n."visibility" = 'COURSE' JOIN "Course" c ON c."id" = m."courseId"
     WHERE u."name" = $1 AND c."slug" = $3 ORDER BY n."id" LIMIT 1
     ON CONFLICT ("membershipId", "kind", "noteId") DO UPDATE SET "readAt" = NULL RETURNING "id"`,
    [name, randomUUID(), SLUG],
  )

/** What this person was given to review, and what somebody else was. */
async function tasks(name: string): Promise<Pick<Facts, 'reviewed' | 'ownTask' | 'otherTask'>> {
  const rows = await inSeminar<{
    critiqueId: string
    reviewerId: string
    assignmentId: string
    mine: boolean
  }>(
    `SELECT r."critiqueId", r."reviewerId", r."assignmentId", u."name" = $1 AS mine FROM "ReviewAssignment" r
     JOIN "Assignment" a ON a."id" = r."assignmentId" JOIN "Membership" m ON m."id" = r."reviewerId"
     JOIN "User" u ON u."id" = m."userId" WHERE a."slug" = 'one-inference' AND NOT r."critiqueId" IN
       (SELECT "critiqueId" FROM "Review" WHERE "reviewerId" = r."reviewerId")`,
    [name],
  )
  const [own, other] = [rows.find((r) => r.mine), rows.find((r) => !r.mine)]
  if (!own || !other) throw new Error('nobody has a review to write')
  return { reviewed: own.assignmentId, ownTask: taskKey(own), otherTask: taskKey(other) }
}

/** A critique that its author has only begun. */
async function startDraft(name: string): Promise<string> {
  return oneOf(
    `INSERT INTO "Critique" ("id", "assignmentId", "templateId", "authorId")
     SELECT $2, a."id", t."id", m."id" FROM "Assignment" a JOIN "Template" t ON t."courseId" = a."courseId"
     JOIN "Membership" m ON m."courseId" = a."courseId" JOIN "User" u ON u."id" = m."userId"
     WHERE u."name" = $1 LIMIT 1
     ON CONFLICT ("assignmentId", "authorId") DO UPDATE SET "revision" = 0 RETURNING "id"`,
    [name, randomUUID()],
  )
}

/** What a request came to, as the table writes it. */
async function outcome(row: Row, who: Who): Promise<Outcome> {
  const now = { ...facts }
  if (row.fresh)
    now.note = await post(author, { sectionId: facts.section, anchor: facts.firstWords, body: 'Anew.' })
  if (row.fresh === 'deleted note')
    await author.send(`/api/notes/${now.note}`, { method: 'DELETE', json: {} })
  const { status, leadsTo } = await clients[who].send(row.path(now), {
    method: row.method,
    json: row.json?.(now),
  })
  return leadsTo === null ? status : leadsTo.replace(/\?.*$/, '')
}

const asWritten = (outcomes: readonly Outcome[]): string =>
  WHO.map((who, i) => `${who} ${outcomes[i]}`).join(' · ')

for (const row of [...PAGES, ...API])
  test(`${row.method} ${row.route}${row.what ? ` (${row.what})` : ''}`, async () => {
    const found: Outcome[] = []
    for (const who of WHO) found.push(await outcome(row, who))
    expect(asWritten(found)).toBe(asWritten(row.sees))
  })

test('the table names every page and every route handler of the build', () => {
  const named = (rows: Row[]) => [...new Set(rows.map((row) => row.route))].sort()
  expect(named(PAGES)).toEqual(pages())
  expect(named(API)).toEqual(handlers())
})

test('a method that the table does not name is not allowed', async () => {
  for (const route of handlers())
    for (const method of METHODS) {
      const rows = API.filter((row) => row.route === route)
      if (rows.some((row) => row.method === method)) continue
      const path = rows[0]?.path(facts) ?? route
      const { status } = await clients.instructor.send(path, {
        method,
        json: method === 'GET' ? undefined : {},
      })
      expect(status, `${method} ${path}`).toBe(405)
    }
})

test('who is nobody comes back after signing in to where they wanted to go', async () => {
  const path = `${COURSE}/readings/companion/1?note=${facts.note}`
  const { leadsTo } = await clients.nobody.send(path)
  expect(leadsTo).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
})

test('what is refused changes nothing', async () => {
  const [body, removed] = await Promise.all([
    oneOf(`SELECT "body" FROM "Note" WHERE "id" = $1`, [facts.note]),
    oneOf<Date | null>(`SELECT "deletedAt" FROM "Note" WHERE "id" = $1`, [facts.privateNote]),
  ])
  expect(body).toBe('A note of somebody else’s.')
  expect(removed).toBeNull()
})

import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext } from '@playwright/test'
import pg from 'pg'
import type { fixture } from '../../bench/fixture.mjs'

type Fixture = Awaited<ReturnType<typeof fixture>>
type Person = Fixture['people'][number]

export async function ask<T extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
    .query<T>(sql, values)
    .then((answer) => answer.rows)
    .finally(() => client.end())
}

/** An assignment with one field, and a draft that each of the people has begun. */
export async function beginDrafts(url: string, fx: Fixture, people: readonly Person[]): Promise<string[]> {
  const [template, assignment] = [randomUUID(), randomUUID()]
  const drafts = people.map(() => randomUUID())
  await ask(
    url,
    `WITH t AS (INSERT INTO "Template" ("id", "courseId", "code", "title", "wordLimit") VALUES ($1, $3, 'T', 'Short', 100000)),
       f AS (INSERT INTO "TemplateField" ("id", "templateId", "position", "code", "title", "prompt", "wordLimit")
             VALUES (gen_random_uuid(), $1, 1, 'T1', 'The claim', 'State it.', 100000)),
       a AS (INSERT INTO "Assignment" ("id", "courseId", "slug", "title") VALUES ($2, $3, 'durable', 'Durable')),
       x AS (INSERT INTO "AssignmentTemplate" ("assignmentId", "templateId") VALUES ($2, $1))
     INSERT INTO "Critique" ("id", "assignmentId", "templateId", "authorId")
     SELECT d.id, $2, $1, d.author FROM unnest($4::uuid[], $5::uuid[]) AS d(id, author)`,
    [template, assignment, fx.course, drafts, people.map((p) => p.member)],
  )
  return drafts
}

export const textOf = async (url: string, draft: string): Promise<string> =>
  (
    await ask<{ text: string }>(url, `SELECT "text" FROM "CritiqueAnswer" WHERE "critiqueId" = $1`, [draft])
  )[0]?.text ?? ''

/** Saves "1", "2", "3" … as fast as it can until it is told to stop; answers the last that was acknowledged. */
export function saveOn(base: string, { cookie }: Person, draft: string) {
  let going = true
  let acknowledged = 0
  const run = async () => {
    for (let revision = 0; going; ) {
      const response = await fetch(`${base}/api/critiques/${draft}/answers`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ revision, answers: { T1: `${acknowledged + 1}` } }),
      }).catch(() => null)
      if (response?.status === 200) {
        revision = ((await response.json()) as { revision: number }).revision
        acknowledged += 1
      } else await new Promise((done) => setTimeout(done, 20))
    }
  }
  const running = run()
  return {
    acknowledged: () => acknowledged,
    stop: async () => {
      going = false
      await running
    },
  }
}

/** A browser of that person's: what it keeps outlives its pages. */
export async function browserOf(browser: Browser, base: string, { token }: Person): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: base })
  await context.addCookies([{ name: 'next-auth.session-token', value: token, url: base }])
  return context
}

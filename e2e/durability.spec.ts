import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect, test } from '@playwright/test'
import pg from 'pg'
import { fixture } from '../bench/fixture.mjs'
import { startPostgres } from '../scripts/lib/embedded-postgres.mjs'
import { migrate } from '../scripts/lib/migrate.mjs'
import { beginDrafts, browserOf, saveOn, textOf } from './support/own-drafts'
import { bringUp, killDatabase, SECRET } from './support/own-site'

type Fixture = Awaited<ReturnType<typeof fixture>>
type Person = Fixture['people'][number]

/** Eight members write as fast as they can until told to stop; answers the ids of the notes that were acknowledged. */
function writeOn(base: string, fx: Fixture) {
  let going = true
  const acknowledged: string[] = []
  const writer = async ({ cookie }: { cookie: string }) => {
    while (going) {
      const id = crypto.randomUUID()
      const anchor = { start: 0, end: 20, exact: fx.text.slice(0, 20) }
      const response = await fetch(`${base}/api/notes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ id, sectionId: fx.section, body: 'Written while it lasted', anchor }),
      }).catch(() => null)
      if (response?.status === 201) acknowledged.push(id)
      else await new Promise((done) => setTimeout(done, 20))
    }
  }
  const all = Promise.all(fx.people.slice(0, 8).map(writer))
  return {
    acknowledged,
    stop: async () => {
      going = false
      await all
    },
  }
}

const until = async (what: () => boolean) => {
  for (let i = 0; i < 400 && !what(); i++) await new Promise((done) => setTimeout(done, 25))
}

/** Every acknowledged note is there, and every note that is there has its event, numbered without a gap. */
async function expectNothingLost(url: string, fx: Fixture, acknowledged: string[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(`SELECT "id" FROM "Note" WHERE "id" = ANY($1::uuid[])`, [acknowledged])
  expect(rows.length).toBe(acknowledged.length)
  const { rows: sums } = await client.query(
    `SELECT (SELECT count(*)::int FROM "Note" WHERE "courseId" = $1) AS notes,
            (SELECT count(*)::int FROM "Event" WHERE "courseId" = $1 AND "type" = 'note.posted') AS events,
            (SELECT max("seq")::int FROM "Event" WHERE "courseId" = $1) AS last,
            (SELECT count(*)::int FROM "Event" WHERE "courseId" = $1) AS all_events`,
    [fx.course],
  )
  await client.end()
  expect(sums[0].events).toBe(sums[0].notes)
  expect(sums[0].last).toBe(sums[0].all_events)
}

const SAID = 'What the server had said it has.'
const MORE = `${SAID} What it never heard of.`

/** Writes in a browser, until the server has said that it has it; and goes on when the server is gone. */
async function writeDraft(context: BrowserContext, path: string) {
  const page = await context.newPage()
  await page.goto(path)
  const box = page.locator('main').getByRole('textbox').first()
  const answer = page.waitForResponse((r) => r.url().endsWith('/answers') && r.ok())
  await box.fill(SAID)
  await answer
  await expect(page.locator('[data-save=saved]').first()).toBeAttached()
  return async () => {
    await box.fill(MORE)
    await expect(page.locator('[data-save=offline]').first()).toBeAttached()
    await page.close()
  }
}

/** The page anew, after the browser's and the server's death: everything is there, and the server has it. */
async function expectKept(context: BrowserContext, path: string) {
  const page = await context.newPage()
  await page.goto(path)
  await expect(page.locator('main').getByRole('textbox').first()).toHaveValue(MORE)
  await expect(page.locator('[data-save=saved]').first()).toBeAttached()
  await page.close()
}

test('kill -9 of the app, then of the database, while people write: nothing acknowledged is lost', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const dir = await mkdtemp(join(tmpdir(), 'colloquy-durable-'))
  const data = join(dir, 'postgres')
  let database = await startPostgres({ dir: data })
  await migrate(database.url)
  const fx = await fixture({ databaseUrl: database.url, secret: SECRET, members: 8, notes: 0 })
  const [typist, saver] = fx.people as [Person, Person]
  const [typed = '', saved = ''] = await beginDrafts(database.url, fx, [typist, saver])
  let { app, base, port, kill } = await bringUp(database.url, join(dir, 'app.log'))
  const context = await browserOf(browser, base, typist)
  const desk = `/courses/${fx.slug}/critiques/durable/write`
  const goOn = await writeDraft(context, desk)
  const saves = saveOn(base, saver, saved)
  const first = writeOn(base, fx)
  await until(() => first.acknowledged.length >= 40 && saves.acknowledged() >= 5)
  kill()
  await Promise.all([first.stop(), saves.stop(), goOn()])
  expect(first.acknowledged.length).toBeGreaterThanOrEqual(40)
  await expectNothingLost(database.url, fx, first.acknowledged)
  expect(saves.acknowledged()).toBeGreaterThanOrEqual(5)
  expect(Number(await textOf(database.url, saved))).toBeGreaterThanOrEqual(saves.acknowledged())
  expect(await textOf(database.url, typed)).toBe(SAID)

  ;({ app, base, port, kill } = await bringUp(database.url, join(dir, 'app.log'), port))
  await expectKept(context, desk)
  await context.close()
  expect(await textOf(database.url, typed)).toBe(MORE)
  const second = writeOn(base, fx)
  await until(() => second.acknowledged.length >= 40)
  killDatabase(data)
  await expect.poll(async () => (await fetch(`${base}/api/health`)).status).toBe(503)
  await second.stop()
  await app.end()

  database = await startPostgres({ dir: data })
  await expectNothingLost(database.url, fx, [...first.acknowledged, ...second.acknowledged])
  ;({ app, base, kill } = await bringUp(database.url, join(dir, 'app.log')))
  const notes = await fetch(`${base}/api/courses/${fx.slug}/sections/${fx.section}/notes`, {
    headers: { cookie: fx.people[0]?.cookie ?? '' },
  })
  expect(((await notes.json()) as { course: unknown[] }).course.length).toBeGreaterThanOrEqual(
    first.acknowledged.length + second.acknowledged.length,
  )
  await app.end()
  await database.stop()
  await rm(dir, { recursive: true, force: true })
})

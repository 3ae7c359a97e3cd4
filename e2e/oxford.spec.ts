import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type Page, expect as plain, test } from '@playwright/test'
import pg from 'pg'
import { fixture } from '../bench/fixture.mjs'
import { startPostgres } from '../scripts/lib/embedded-postgres.mjs'
import { migrate } from '../scripts/lib/migrate.mjs'
import { Client } from './support/http'
import { bringUp, killDatabase, SECRET } from './support/own-site'
import { expectAccessible, expectNoOverflow, watchForFaults } from './support/test'

/** A class comes in at once, and everything is started twice: what is waited for comes, if late on a busy machine. */
const expect = plain.configure({ timeout: 30_000 })

const MOTION = 'This House would hold its debates with the clock on the wall.'

type Person = { name: string; member: string; token: string }
type Opened = { base: string; faults: string[]; browser: Browser }

/** A window of that person's; `off` sets its clock wrong by so many milliseconds, as laptops are. */
async function windowOf(
  { browser, base, faults }: Opened,
  { token }: Person,
  width = 1440,
  off = 0,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: base, viewport: { width, height: 844 } })
  await context.addCookies([{ name: 'next-auth.session-token', value: token, url: base }])
  const page = await context.newPage()
  watchForFaults(page, faults)
  await page.addInitScript((by) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + by
  }, off)
  return page
}

function clientOf(base: string, { token }: Person): Client {
  const client = new Client(base)
  client.cookies.set('next-auth.session-token', token)
  return client
}

/** When, by the machine's one clock, each of the page's next seconds showed: text of the clock to time. */
const ticks = (page: Page, count: number): Promise<Record<string, number>> =>
  page.evaluate(
    (wanted) =>
      new Promise((done) => {
        const clock = document.querySelector('[data-clock]')
        const seen: Record<string, number> = {}
        const watch = new MutationObserver(() => {
          seen[clock?.textContent ?? ''] = performance.timeOrigin + performance.now()
          if (Object.keys(seen).length < wanted) return
          watch.disconnect()
          done(seen)
        })
        if (clock) watch.observe(clock, { characterData: true, childList: true, subtree: true })
      }),
    count,
  )

/**
 * All windows change to the same second within a quarter of one another, however wrong their own clocks are. Of some
 * seconds the best: a busy machine paints late now and then, a wrong clock is wrong every time.
 */
async function expectAgreement(pages: Page[]): Promise<void> {
  const seen = await Promise.all(pages.map((page) => ticks(page, 4)))
  const shared = Object.keys(seen[0] ?? {}).filter((text) => seen.every((s) => text in s))
  const spreads = shared.map((text) => {
    const times = seen.map((s) => s[text] ?? 0)
    return Math.max(...times) - Math.min(...times)
  })
  expect(Math.min(...spreads), `milliseconds apart, of ${shared.join(' ')}`).toBeLessThan(250)
}

const pressNext = async (control: Page, name: string): Promise<void> => {
  await control.getByRole('button', { name: `Next: ${name}` }).click()
  const close = control.getByRole('button', { name: 'Close the vote' })
  const on = control.getByRole('heading', { level: 2, name, exact: true })
  await expect(close.or(on).first()).toBeVisible()
  if (await close.isVisible()) await close.click()
  await expect(on).toBeVisible()
}

/** What the test has started, ended however it goes. */
let end = async () => {}
test.afterEach(() => end())

test('an Oxford debate of twelve from the first vote to the end, with the app and the database killed in the middle', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const faults: string[] = []
  const dir = await mkdtemp(join(tmpdir(), 'colloquy-oxford-'))
  const data = join(dir, 'postgres')
  let database = await startPostgres({ dir: data })
  await migrate(database.url)
  const fx = await fixture({ databaseUrl: database.url, secret: SECRET, members: 13, notes: 0 })
  const db = async (sql: string, values: unknown[]) => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    return client.query(sql, values).finally(() => client.end())
  }
  const [teacher, ...students] = fx.people as Person[]
  if (!teacher) throw new Error('nobody teaches')
  const [ann, ben, keeper] = students as [Person, Person, Person]
  await db(`UPDATE "Membership" SET "role" = 'INSTRUCTOR' WHERE "id" = $1`, [teacher.member])
  let { app, base, port, kill } = await bringUp(database.url, join(dir, 'app.log'))
  end = async () => {
    await app.end()
    await database.stop()
    await rm(dir, { recursive: true, force: true })
  }
  const opened = { browser, base, faults }
  const course = `/courses/${fx.slug}`

  // the instructor opens the debate by the form, and a timekeeper is named
  const control = await windowOf(opened, teacher, 390)
  await control.goto(`${course}/debates/new`)
  await control.getByRole('textbox', { name: 'Motion' }).fill(MOTION)
  await control.getByRole('button', { name: 'Open the debate' }).click()
  await control.waitForURL(/\/debates\/(?!new$)[^/]+$/)
  const path = new URL(control.url()).pathname
  const { rows } = await db('SELECT "id" FROM "Debate" WHERE "courseId" = $1', [fx.course])
  const debate = rows[0].id as string
  await db(
    `INSERT INTO "DebateRole" ("debateId", "membershipId", "label", "part") VALUES ($1, $2, 'timekeeper', 'TIMEKEEPER')`,
    [debate, keeper.member],
  )

  // three screens, of which two are on machines whose clocks are wrong by minutes
  await control.getByRole('link', { name: 'Run the session' }).click()
  const [stage, seat, second] = await Promise.all([
    windowOf(opened, teacher, 1440, -3 * 60_000),
    windowOf(opened, ann, 390, 7 * 60_000),
    windowOf(opened, ben),
  ])
  await Promise.all([stage.goto(`${path}/stage`), seat.goto(`${path}/seat`), second.goto(`${path}/seat`)])
  await expect(seat.getByRole('heading', { name: 'The session has not begun' })).toBeVisible()
  await control.getByRole('button', { name: 'Start the session' }).click()
  await expect(seat.getByRole('heading', { name: 'Vote now' })).toBeVisible()
  await expect(stage.getByText('Pre-vote', { exact: true })).toBeVisible()
  await expectAgreement([control, stage, seat])

  // the first vote: two in their windows, ten others
  const clock = async (): Promise<{
    votes: { id: string }[]
    revision: number
    endsAt: number
    phaseId: string
  }> => JSON.parse((await clientOf(base, teacher).send(`/api/debates/${debate}/session`)).text)
  const others = students.slice(2)
  const castAll = async (choice: (i: number) => string) => {
    const poll = (await clock()).votes[0]?.id
    const answers = await Promise.all(
      others.map((p, i) =>
        clientOf(base, p).send(`/api/polls/${poll}/ballot`, {
          method: 'PUT',
          json: { ranking: [[choice(i)]] },
        }),
      ),
    )
    expect(answers.map((a) => a.status)).toEqual(others.map(() => 200))
  }
  for (const page of [seat, second]) {
    await page.getByRole('radio', { name: 'For', exact: true }).check()
    await page.getByRole('button', { name: 'Cast my ballot' }).click()
    await expect(page.getByRole('button', { name: 'Change my ballot' })).toBeVisible()
  }
  await castAll((i) => (i < 4 ? 'for' : i < 8 ? 'against' : 'undecided'))
  for (const page of [stage, control]) await expect(page.getByText('12 of 12 have voted')).toBeVisible()
  await pressNext(control, 'Opening, Proposition')
  await expect(stage.getByText('Opening, Proposition', { exact: true })).toBeVisible()

  // mid-phase, everything dies; what is left of the phase is what it would have been
  const before = await clock()
  kill()
  killDatabase(data)
  database = await startPostgres({ dir: data })
  ;({ app, base, port, kill } = await bringUp(database.url, join(dir, 'app.log'), port))
  const after = await clock()
  expect(after).toMatchObject({ phaseId: before.phaseId, endsAt: before.endsAt, revision: before.revision })
  const { rows: kept } = await db('SELECT count(*)::int AS n FROM "Ballot"', [])
  expect(kept[0].n).toBe(12)
  for (const page of [control, stage, seat]) await expect(page.locator('[data-stream=open]')).toBeAttached()
  await control.getByRole('button', { name: 'Pause' }).click()
  await expect(stage.getByText('Paused', { exact: true })).toBeVisible()
  await control.getByRole('button', { name: 'Go on' }).click()
  await control.getByRole('button', { name: 'One minute more' }).click()
  await expect.poll(async () => (await clock()).endsAt - before.endsAt).toBeGreaterThanOrEqual(60_000)
  await expectAgreement([control, stage, seat])

  // to the floor; a hand in a window and one from elsewhere, called in turn
  await control.getByText('Order of the debate').click()
  await control.getByRole('button', { name: 'Go to Floor' }).click()
  await expect(seat.getByRole('heading', { name: 'Raise your hand to speak' })).toBeVisible()
  await seat.getByRole('button', { name: 'Raise my hand' }).click()
  await expect(seat.getByRole('heading', { name: 'You are next in the queue' })).toBeVisible()
  await clientOf(base, keeper).send(`/api/debates/${debate}/hands`, {
    method: 'POST',
    json: { act: 'raise' },
  })
  await control.getByRole('button', { name: `Move ${keeper.name} up` }).click()
  await expect(seat.getByRole('heading', { name: 'You are number 2 in the queue' })).toBeVisible()
  await control.getByRole('button', { name: `Call ${keeper.name}` }).click()
  await control.getByRole('button', { name: `Call ${ann.name}` }).click()
  await expect(seat.getByRole('heading', { name: 'You have the floor' })).toBeVisible()
  await expect(stage.getByText(`Speaking: ${ann.name}`)).toBeVisible()
  for (const page of [seat, control, stage]) {
    await expectNoOverflow(page)
    await expectAccessible(page)
  }
  await control.getByLabel('What was said').fill('A clock keeps everybody honest.')
  await control.getByRole('button', { name: 'Note it' }).click()
  const said = control.getByRole('listitem').filter({ hasText: 'A clock keeps everybody honest.' })
  await said.getByRole('button', { name: 'Make it a claim' }).click()
  await said.getByRole('button', { name: 'Add claim' }).click()
  await expect(said.getByRole('link', { name: 'In the argument' })).toBeVisible()
  await seat.getByRole('button', { name: 'I have finished' }).click()
  await expect(stage.getByText(`Speaking: ${ann.name}`)).toHaveCount(0)

  // the second vote names what moved it; a vote is not passed over
  await control.getByRole('button', { name: 'Go to Debrief' }).click()
  await expect(control.getByText('“Post-vote” has not been held yet')).toBeVisible()
  await control.getByRole('button', { name: 'Go to Post-vote' }).click()
  await expect(seat.getByRole('heading', { name: 'Vote again' })).toBeVisible()
  await seat.getByRole('radio', { name: 'Against', exact: true }).check()
  await seat.getByText('What moved you').click()
  await seat.getByRole('checkbox', { name: /A clock keeps everybody honest/ }).check()
  await expectAccessible(seat)
  await seat.getByRole('button', { name: 'Cast my ballot' }).click()
  await expect(seat.getByRole('button', { name: 'Change my ballot' })).toBeVisible()
  await second.getByRole('radio', { name: 'For', exact: true }).check()
  await second.getByRole('button', { name: 'Cast my ballot' }).click()
  await castAll((i) => (i < 6 ? 'against' : 'for'))
  await expect(stage.getByText('12 of 12 have voted')).toBeVisible()
  await pressNext(control, 'Debrief')
  await control.getByRole('button', { name: 'End the session' }).last().click()
  await control.getByRole('dialog').getByRole('button', { name: 'End the session' }).click()
  await expect(stage.getByText('The debate has ended')).toBeVisible()
  await expect(stage.getByRole('link', { name: 'Who won, and why' })).toBeVisible()
  await expect(seat.getByRole('heading', { name: 'The debate has ended' })).toBeVisible()

  // every voter's two ballots are linked, and the keys that did it are gone
  const { rows: sums } = await db(
    `SELECT (SELECT count(*)::int FROM "Ballot" a JOIN "Ballot" b USING ("linkTag") WHERE a."pollId" < b."pollId") AS pairs,
            (SELECT count(*)::int FROM "Ballot" WHERE "causes" <> '[]') AS causes,
            (SELECT count(*)::int FROM "Poll" WHERE "tagKey" IS NOT NULL OR "closedAt" IS NULL) AS open,
            (SELECT count(*)::int FROM "PollSeries" WHERE "linkKey" IS NOT NULL) AS keys`,
    [],
  )
  expect(sums[0]).toEqual({ pairs: 12, causes: 1, open: 0, keys: 0 })
  expect(faults).toEqual([])
  for (const page of [control, stage, seat, second]) await page.context().close()
})

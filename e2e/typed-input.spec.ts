import type { Page } from '@playwright/test'
import { inSeminar, oneOf } from './support/database'
import { COURSE, expect, expectNoOverflow, PEOPLE, test, untilLive } from './support/test'

// What people type, and what becomes of it when it is too much, hostile, sent twice or sent to nobody.

const SECTION = `${COURSE}/readings/companion/7`
const DEBATE = `${COURSE}/debates/neoclassical-realism`
const WRITE = `${COURSE}/critiques/critique-of-the-paper/write`

const PHONE = { width: 390 }

/** Opens the form of a note on a paragraph of the reader. */
async function beginNote(page: Page): Promise<void> {
  await page.locator('a.n').first().click()
  await page.getByRole('toolbar').getByRole('button', { name: 'Comment' }).click()
  await expect(page.getByLabel('Your note')).toBeVisible()
}

async function beginClaim(page: Page, words: string): Promise<void> {
  await page.goto(DEBATE)
  await page.getByRole('button', { name: 'Add against', exact: true }).first().click()
  await page.getByRole('textbox', { name: 'Claim' }).fill(words)
}

/** Words that were never there before, and can be found again. */
const fresh = (words: string) => `${words} ${Date.now()}`

const HOSTILE = [
  `<script>window.struck = 'script'</script>`,
  `<img src="/none" onerror="window.struck = 'image'">`,
  `<svg onload="window.struck = 'svg'"><b>bold</b>`,
  `'); DROP TABLE "Note"; --`,
  '{{constructor.constructor("window.struck = 1")()}}',
]
const ENDLESS = 'x'.repeat(300)
const ALL_OF_IT = [...HOSTILE, ENDLESS].join(' ')

/** Shows each of the words as a person typed them, has made nothing of them, and is no wider for a word without end. */
async function expectOnlyText(page: Page, where: ReturnType<Page['locator']>): Promise<void> {
  for (const words of HOSTILE) await expect(where).toContainText(words)
  await expectNoOverflow(page)
  expect(await where.locator('script, img[onerror], svg[onload], b').count()).toBe(0)
  expect(await page.evaluate(() => Reflect.get(window, 'struck'))).toBeUndefined()
}

test.describe('hostile words are only words', () => {
  test('in a note, for its writer and for others', async ({ as }) => {
    const page = await as(PEOPLE.student)
    await page.goto(SECTION)
    await untilLive(page)
    await beginNote(page)
    const mark = fresh('Look:')
    await page.getByLabel('Your note').fill(`${mark} ${ALL_OF_IT}`)
    await page.getByRole('button', { name: 'Post' }).click()
    const reader = await as(PEOPLE.instructor, PHONE)
    await reader.goto(SECTION)
    for (const one of [page, reader]) {
      const note = one.locator('[data-note]').filter({ hasText: mark })
      await expect(note).toBeAttached()
      await expectOnlyText(one, note.locator('.prose-note'))
    }
  })

  test('in a claim', async ({ as }) => {
    const page = await as(PEOPLE.student)
    const mark = fresh('Look:')
    await beginClaim(page, `${mark} ${ALL_OF_IT}`)
    await page.getByRole('button', { name: 'Add claim' }).click()
    const claim = page.locator('.prose-note, .prose-serif').filter({ hasText: mark })
    await expect(claim).toHaveCount(1)
    await expectOnlyText(page, claim)
    const reader = await as(PEOPLE.instructor, PHONE)
    await reader.goto(DEBATE)
    await expectOnlyText(reader, reader.locator('.prose-note, .prose-serif').filter({ hasText: mark }))
  })

  test('in a critique that was submitted', async ({ as }) => {
    const student = await as('Chiyo Lanternwood')
    await student.goto(WRITE.replace('/write', ''))
    const start = student.getByRole('button', { name: /start writing/i })
    await (await start.or(student.getByRole('link', { name: /continue/i })).first()).click()
    await student.waitForURL(/\/write/)
    const boxes = student.locator('main').getByRole('textbox')
    await expect(boxes.first()).toBeVisible()
    for (let i = 0; i < (await boxes.count()); i++) await boxes.nth(i).fill(ALL_OF_IT)
    await expect(student.locator('[data-save=saved]').first()).toBeAttached()
    await student
      .getByRole('button', { name: /submit/i })
      .first()
      .click()
    await student.waitForURL((url) => !url.pathname.endsWith('/write'))
    await expectOnlyText(student, student.getByRole('main'))
    const instructor = await as(PEOPLE.instructor, PHONE)
    await instructor.goto(student.url())
    await expectOnlyText(instructor, instructor.getByRole('main'))
  })

  test('in a name, wherever it is shown', async ({ as }) => {
    const name = 'Gonzalo Emberley'
    const hostile = `<b onclick=x>Gonzalo</b> <img src=x onerror=struck=1>"'; DROP TABLE`
    const page = await as(name)
    const id = await oneOf(`SELECT "id" FROM "User" WHERE "name" = $1`, [name])
    try {
      await page.goto('/account')
      await page.getByLabel('Name').fill(hostile)
      await page.getByRole('button', { name: 'Change name' }).click()
      await expect(page.getByText('Your name is changed.')).toBeVisible()
      const viewer = await as(PEOPLE.instructor)
      for (const path of [`${COURSE}/people`, `${COURSE}/readings/companion/4`, DEBATE]) {
        await viewer.goto(path)
        await expect(viewer.getByText(hostile).first()).toBeAttached()
        expect(await viewer.locator('[onclick], [onerror]').count()).toBe(0)
        expect(await viewer.evaluate(() => Reflect.get(window, 'struck'))).toBeUndefined()
      }
    } finally {
      await inSeminar(`UPDATE "User" SET "name" = $2 WHERE "id" = $1`, [id, name])
    }
  })
})

test.describe('what is too much is refused beside the field, and stays', () => {
  test('a note of 10,001 characters', async ({ as }) => {
    const page = await as(PEOPLE.student)
    await page.goto(SECTION)
    await untilLive(page)
    await beginNote(page)
    const long = 'x'.repeat(10_001)
    const box = page.getByLabel('Your note')
    await box.fill(long)
    await page.getByRole('button', { name: 'Post' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'at most 10,000 characters' })).toBeVisible()
    await expect(box).toHaveAttribute('aria-invalid', 'true')
    await expect(box).toHaveValue(long)
    await box.fill('')
  })

  test('a claim of 2,001 characters', async ({ as }) => {
    const page = await as(PEOPLE.student)
    const long = 'x'.repeat(2001)
    await beginClaim(page, long)
    const box = page.getByRole('textbox', { name: 'Claim' })
    await page.getByRole('button', { name: 'Add claim' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'at most 2,000 characters' })).toBeVisible()
    await expect(box).toHaveValue(long)
  })

  test('a name of 81 characters', async ({ as }) => {
    const page = await as(PEOPLE.student)
    await page.goto('/account')
    const box = page.getByLabel('Name')
    await box.fill('y'.repeat(81))
    await page.getByRole('button', { name: 'Change name' }).click()
    await expect(page.getByText('Use at most 80 characters.')).toBeVisible()
    await expect(box).toHaveValue('y'.repeat(81))
  })
})

test('a wrong password is told in a sentence, and the address stays', async ({ page }) => {
  const email = `wrong-${Date.now()}@colloquy.example`
  await page.goto('/sign-in')
  const form = page.getByRole('form', { name: 'Sign in' })
  await form.getByLabel('E-mail').fill(email)
  await form.getByLabel('Password').fill('not the password')
  await form.getByRole('button', { name: 'Sign in' }).click()
  await expect(form.getByText('This address and password do not belong together.')).toBeVisible()
  await expect(form.getByLabel('E-mail')).toHaveValue(email)
  await inSeminar(
    `INSERT INTO "rate_limit" ("key", "points", "expire") VALUES ($1, 10, $2)
     ON CONFLICT ("key") DO UPDATE SET "points" = 10`,
    [`signInAddress:${email}`, Date.now() + 600_000],
  )
  await form.getByRole('button', { name: 'Sign in' }).click()
  await expect(form.getByText(/Too many tries\. Try again in \d+ minutes\./)).toBeVisible()
  await expect(form.getByLabel('E-mail')).toHaveValue(email)
})

test.describe('a double click does a thing once', () => {
  test('a note', async ({ as }) => {
    const page = await as(PEOPLE.student)
    await page.goto(SECTION)
    await untilLive(page)
    await beginNote(page)
    const words = fresh('Posted by two clicks')
    await page.getByLabel('Your note').fill(words)
    await page.getByRole('button', { name: 'Post' }).dblclick()
    await expect(page.getByLabel('Your note')).toHaveCount(0)
    await expect(page.locator('[data-note]').filter({ hasText: words })).toBeVisible()
    expect(await count(`SELECT count(*)::int FROM "Note" WHERE "body" = $1`, words)).toBe(1)
  })

  test('a claim', async ({ as }) => {
    const page = await as(PEOPLE.student)
    const words = fresh('Added by two clicks')
    await beginClaim(page, words)
    await page.getByRole('button', { name: 'Add claim' }).dblclick()
    await expect(page.getByRole('textbox', { name: 'Claim' })).toHaveCount(0)
    await expect(page.getByText(words)).toHaveCount(1)
    expect(await count(`SELECT count(*)::int FROM "Claim" WHERE "text" = $1`, words)).toBe(1)
  })

  test('a ballot', async ({ as }) => {
    const page = await as('Benedikt Ostrowind')
    const ballots = () =>
      oneOf<number>(
        `SELECT count(*)::int FROM "Ballot" b JOIN "Poll" p ON p."id" = b."pollId" WHERE p."slug" = 'end-of-term'`,
      )
    const before = await ballots()
    await page.goto(`${COURSE}/explain/polls/end-of-term`)
    await page.getByRole('button', { name: /Bargaining/ }).click()
    await page.getByRole('button', { name: 'Cast my ballot' }).dblclick()
    await expect(page.getByText('Your ballot is cast.')).toBeVisible()
    expect(await ballots()).toBe(before + 1)
  })
})

const count = (sql: string, words: string) => oneOf<number>(sql, [words])

test.describe('without a connection nothing typed is lost', () => {
  test('a note says so, keeps its words, and goes when the connection is back', async ({ as }) => {
    const page = await as(PEOPLE.student)
    await page.goto(SECTION)
    await untilLive(page)
    await beginNote(page)
    const words = fresh('Written on a train')
    const box = page.getByLabel('Your note')
    await box.fill(words)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Post' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'There is no connection.' })).toBeVisible()
    await expect(box).toHaveValue(words)
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Post' }).click()
    await expect(page.locator('[data-note]').filter({ hasText: words })).toHaveCount(1)
    expect(await count(`SELECT count(*)::int FROM "Note" WHERE "body" = $1`, words)).toBe(1)
  })

  test('a note whose answer got lost is not posted a second time', async ({ as }) => {
    const page = await as(PEOPLE.student)
    await page.goto(SECTION)
    await untilLive(page)
    await beginNote(page)
    const words = fresh('The answer got lost')
    await page.getByLabel('Your note').fill(words)
    let lost = 0
    await page.route('**/api/notes', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: 'Post' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'There is no connection.' })).toBeVisible()
    await page.getByRole('button', { name: 'Post' }).click()
    await expect(page.getByLabel('Your note')).toHaveCount(0)
    expect(await count(`SELECT count(*)::int FROM "Note" WHERE "body" = $1`, words)).toBe(1)
  })

  test('a claim says so, keeps its words over a reload, and goes when the connection is back', async ({
    as,
  }) => {
    const page = await as(PEOPLE.student)
    const words = fresh('Claimed on a train')
    await beginClaim(page, words)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Add claim' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'There is no connection.' })).toBeVisible()
    await page.context().setOffline(false)
    await page.reload()
    await page.getByRole('button', { name: 'Add against', exact: true }).first().click()
    await expect(page.getByRole('textbox', { name: 'Claim' })).toHaveValue(words)
    await page.getByRole('button', { name: 'Add claim' }).click()
    await expect(page.getByText(words)).toHaveCount(1)
  })

  test('a critique says so, and saves itself when the connection is back', async ({ as }) => {
    const page = await as(PEOPLE.student)
    await page.goto(WRITE)
    const box = page.locator('main').getByRole('textbox').first()
    const words = fresh('Thought of on a train')
    await page.context().setOffline(true)
    await box.fill(words)
    await expect(page.locator('[data-save=offline]').first()).toBeAttached()
    await page.context().setOffline(false)
    await expect(page.locator('[data-save=saved]').first()).toBeAttached()
    await page.reload()
    await expect(box).toHaveValue(words)
  })
})

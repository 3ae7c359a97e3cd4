import type { Page } from '@playwright/test'
import { wireTo } from './support/cuttable'
import { COURSE, expect, login, PEOPLE, test, untilLive } from './support/test'

const SECTION = `${COURSE}/readings/r2/1`

/** Posts a note by the page's own cookie, for tests that are about who sees it. */
const post = (page: Page, body: string) =>
  page.evaluate(async (words) => {
    const block = document.querySelector<HTMLElement>('[data-at]')
    const exact = block?.textContent.slice(0, 30) ?? ''
    const section = document
      .querySelector<HTMLLinkElement>('link[rel=preload][as=fetch]')
      ?.href.split('/')
      .at(-2)
    const response = await fetch('/api/notes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        sectionId: section,
        body: words,
        anchor: { start: 0, end: exact.length, exact },
      }),
    })
    return response.status
  }, body)

test('a note posted through one process appears through the other', async ({ as }) => {
  const second = process.env.BASE_URL_2
  if (!second) throw new Error('BASE_URL_2 is not set')
  const here = await as(PEOPLE.student)
  const there = await as(PEOPLE.other, { baseURL: second })
  for (const page of [here, there]) {
    await page.goto(SECTION)
    await untilLive(page)
  }
  const words = `Across processes ${Date.now()}`
  expect(await post(here, words)).toBe(201)
  await expect(there.getByText(words)).toBeAttached()
})

test('what was written while the connection was away appears when it is back, once', async ({
  as,
  baseURL,
}) => {
  const wire = await wireTo(baseURL ?? '')
  const writer = await as(PEOPLE.student)
  const reader = await as(PEOPLE.other, { baseURL: wire.baseURL })
  for (const page of [writer, reader]) {
    await page.goto(SECTION)
    await untilLive(page)
  }
  for (let round = 1; round <= 3; round++) {
    wire.cut()
    await expect(reader.getByText('Connection lost')).toBeVisible()
    const words = `While you were away, ${round} of ${Date.now()}`
    expect(await post(writer, words)).toBe(201)
    wire.mend()
    await expect(reader.getByText(words)).toHaveCount(1)
    await expect(reader.getByText('Connection lost')).toBeHidden()
  }
  await wire.close()
})

test('a note of mine alone is seen by nobody else, the instructor included', async ({ as }) => {
  const [student, instructor] = [await as(PEOPLE.student), await as(PEOPLE.instructor)]
  for (const page of [student, instructor]) {
    await page.goto(SECTION)
    await untilLive(page)
  }
  await student.locator('a.n').first().click()
  await student.getByRole('toolbar').getByRole('button', { name: 'Comment' }).click()
  await student.getByLabel('Who can see it').selectOption('PRIVATE')
  const words = `For my eyes ${Date.now()}`
  await student.getByLabel('Your note').fill(words)
  await student.getByRole('button', { name: 'Post' }).click()
  await expect(student.locator('[data-note]').filter({ hasText: words })).toBeVisible()
  const marker = `Everybody ${Date.now()}`
  expect(await post(student, marker)).toBe(201)
  await expect(instructor.getByText(marker)).toBeAttached()
  await expect(instructor.getByText(words)).toHaveCount(0)
  await instructor.reload()
  await expect(instructor.getByText(marker)).toBeAttached()
  await expect(instructor.getByText(words)).toHaveCount(0)
})

test('signing out ends access within a second, streams included', async ({ as }) => {
  const page = await as(PEOPLE.student)
  await page.goto(SECTION)
  await untilLive(page)
  const twin = await page.context().newPage()
  await twin.goto('/account')
  await twin.getByRole('button', { name: /sign out/i }).click()
  await expect(page.getByText('You are signed out or no longer in this course.')).toBeVisible({
    timeout: 3000,
  })
  const status = await page.evaluate(() =>
    fetch('/api/courses/north-korean-foreign-policy/events').then((r) => r.status),
  )
  expect(status).toBe(401)
  await login(page, PEOPLE.student)
})

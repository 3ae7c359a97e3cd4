import type { Page } from '@playwright/test'
import { COURSE, expect, expectWellMade, PEOPLE, test, untilLive } from './support/test'

const SECTION = `${COURSE}/readings/companion/2`

const secondProcess = (): string => {
  const second = process.env.BASE_URL_2
  if (!second) throw new Error('BASE_URL_2 is not set')
  return second
}

/** Posts a note on the section's first words by the page's own cookie. */
const post = (page: Page, body: string, visibility = 'COURSE') =>
  page.evaluate(
    async ([words, seen]) => {
      const exact = document.querySelector<HTMLElement>('[data-at]')?.textContent.slice(0, 20) ?? ''
      const sectionId = document
        .querySelector<HTMLLinkElement>('link[rel=preload][as=fetch]')
        ?.href.split('/')
        .at(-2)
      const anchor = { start: 0, end: exact.length, exact }
      const response = await fetch('/api/notes', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ sectionId, body: words, visibility: seen, anchor }),
      })
      return response.status
    },
    [body, visibility],
  )

test('search finds words of the text and a Korean note, and leads to them', async ({ as }) => {
  const page = await as(PEOPLE.student)
  await page.goto(SECTION)
  await untilLive(page)
  const serial = Date.now()
  expect(await post(page, `선군정치를 읽는 방법 ${serial}`)).toBe(201)
  await page.locator('body').press('/')
  await page.keyboard.type('선군정치')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Search' })).toBeVisible()
  const hit = page.getByRole('link', { name: `선군정치를 읽는 방법 ${serial}` })
  await expect(hit.locator('mark')).toHaveText('선군정치')
  await expectWellMade(page)
  await hit.click()
  await expect(page).toHaveURL(/companion\/2\?note=/)
  await expect(page.locator('.card-active').getByText(`선군정치를 읽는 방법 ${serial}`)).toBeVisible()

  await page.goto(`${COURSE}/search?q=${encodeURIComponent('"popular uprising"')}`)
  await page
    .locator('main')
    .getByRole('link', { name: /a popular uprising is no part/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\?at=\d+-\d+/)
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('passage') ?? [])].map(String).join('')))
    .toBe('popular uprising')
})

test('search finds nobody else’s private notes, and works without script', async ({
  as,
  browser,
  baseURL,
}) => {
  const page = await as(PEOPLE.student)
  await page.goto(SECTION)
  await untilLive(page)
  const word = `quagga${Date.now()}`
  expect(await post(page, `Only mine: ${word}`, 'PRIVATE')).toBe(201)
  await page.goto(`${COURSE}/search?q=${word}`)
  await expect(page.getByText(`Only mine: ${word}`)).toBeVisible()
  const instructor = await as(PEOPLE.instructor)
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await instructor.context().storageState(),
    ...(baseURL ? { baseURL } : {}),
  })
  const plain = await context.newPage()
  await plain.goto(`${COURSE}/search`)
  await plain.getByLabel('Words to look for').fill(word)
  await plain.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(plain.getByRole('heading', { name: `Nothing here has “${word}”` })).toBeVisible()
  await context.close()
})

/** The number on the bell; a person of the sample class may have other notices from before. */
async function unread(page: Page): Promise<number> {
  const bell = page.getByRole('banner').getByRole('link', { name: /^Notifications/ })
  return Number(/(\d+) unread/.exec(await bell.ariaSnapshot())?.[1] ?? 0)
}

test('a reply rings the bell of whoever follows, and the notice leads to it', async ({ as }) => {
  const student = await as(PEOPLE.third)
  const other = await as(PEOPLE.other, { baseURL: secondProcess() })
  for (const page of [student, other]) {
    await page.goto(SECTION)
    await untilLive(page)
  }
  const { unread: waiting } = await (await student.request.get(`/api${COURSE}/unread`)).json()
  const words = `A thread to follow ${Date.now()}`
  expect(await post(student, words)).toBe(201)
  const thread = other.locator('[data-card]').filter({ hasText: words })
  await thread.getByRole('button', { name: 'Reply' }).first().click()
  await thread.getByRole('textbox').fill('An answer to it')
  await thread.getByRole('button', { name: 'Reply', exact: true }).last().click()
  await expect.poll(() => unread(student)).toBe(waiting + 1)
  await student.getByRole('link', { name: /Notifications, \d+ unread/ }).click()
  await expectWellMade(student)
  await student
    .getByRole('link', { name: /replied in a thread/ })
    .first()
    .click()
  await expect(student).toHaveURL(/\?note=/)
  await expect.poll(() => unread(student)).toBe(waiting)
})

test('the class follows the instructor through the text, across processes, until either lets go', async ({
  as,
}) => {
  const instructor = await as(PEOPLE.instructor)
  const student = await as(PEOPLE.student, { baseURL: secondProcess() })
  await instructor.goto(SECTION)
  await student.goto(`${COURSE}/readings/companion/1`)
  for (const page of [instructor, student]) await untilLive(page)
  await expect(student.getByRole('button', { name: 'Lead', exact: true })).toHaveCount(0)

  await instructor.getByRole('button', { name: 'Lead', exact: true }).click()
  await expect(student.getByText('is leading in section 2')).toBeVisible()
  await student.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(student).toHaveURL(/companion\/2/)
  await expect(student.locator('[data-presence]')).toHaveAccessibleName(new RegExp(PEOPLE.instructor))
  await untilLive(student)

  await instructor.mouse.wheel(0, 1400)
  await expect.poll(() => student.evaluate(() => scrollY)).toBeGreaterThan(500)
  await student.mouse.wheel(0, -200)
  await expect(student.getByRole('button', { name: 'Follow', exact: true })).toBeVisible()

  await instructor.getByRole('button', { name: 'Let go' }).click()
  await expect(student.locator('[data-lead-bar]')).toHaveCount(0)
  await instructor.getByRole('button', { name: 'Lead', exact: true }).click()
  await expect(student.locator('[data-lead-bar]')).toBeVisible()
  await instructor.close()
  await expect(student.locator('[data-lead-bar]')).toHaveCount(0, { timeout: 15_000 })
})

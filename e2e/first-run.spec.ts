import { setupCode } from '../scripts/lib/secret.mjs'
import { joinAsNew, joinLink, makeCourse, somebodyNew } from './support/people'
import { expect, expectWellMade, test, watchForFaults } from './support/test'

// An installation that nobody has used yet. The steps follow each other; there is only one first run.
test.describe.configure({ mode: 'serial' })

const EMPTY = process.env.BASE_URL_EMPTY
const SECRET = process.env.NEXTAUTH_SECRET ?? ''
const OWNER = somebodyNew('Wilhelmina Ashgrove')

test.use({ baseURL: EMPTY })

test('whoever comes first is led to the first-run page', async ({ page, faults }) => {
  watchForFaults(page, faults)
  await page.goto('/')
  await expect(page).toHaveURL(/\/welcome$/)
  await page.goto('/sign-in')
  await expect(page).toHaveURL(/\/welcome$/)
})

for (const width of [1440, 390])
  for (const theme of ['light', 'dark'] as const)
    test(`the first-run page is well made at ${width} px, ${theme}`, async ({ browser, faults }) => {
      const context = await browser.newContext({
        baseURL: EMPTY,
        viewport: { width, height: 900 },
        colorScheme: theme,
        hasTouch: width < 600,
        isMobile: width < 600,
      })
      const page = await context.newPage()
      watchForFaults(page, faults)
      expect((await page.goto('/welcome'))?.status()).toBe(200)
      await expectWellMade(page)
      await context.close()
    })

test('the owner is made by the code in the terminal; another code is refused beside its field', async ({
  page,
  browser,
  faults,
}) => {
  test.setTimeout(90_000)
  watchForFaults(page, faults)
  await page.goto('/welcome')
  await page.getByLabel('Setup code').fill('0000-0000-0000')
  await page.getByLabel('Name').fill(OWNER.name)
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: 'Make my account' }).click()
  const code = page.getByLabel('Setup code')
  await expect(page.getByText('That is not the code in the terminal.')).toBeVisible()
  await expect(code).toHaveAttribute('aria-invalid', 'true')
  await expect(code).toHaveValue('0000-0000-0000')
  await expect(page.getByLabel('Name')).toHaveValue(OWNER.name)

  // As people copy it: in capitals, with spaces.
  await code.fill(` ${setupCode(SECRET).toUpperCase().replaceAll('-', ' ')} `)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await page.waitForURL(/\/$/)
  await expect(page.getByRole('heading', { name: 'You are in no course yet' })).toBeVisible()

  const title = 'Causes of the Peloponnesian War'
  const course = await makeCourse(page, title)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const link = await joinLink(page, course)
  expect(link.startsWith(`${EMPTY}/join/`)).toBe(true)

  const student = somebodyNew('Ferdinand Coppersmith')
  const context = await browser.newContext({ baseURL: EMPTY })
  const theirs = await context.newPage()
  watchForFaults(theirs, faults)
  await joinAsNew(theirs, link, student)
  await expect(theirs.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.goto(`${course}/people`)
  await expect(page.getByText(student.name)).toBeVisible()
  await context.close()
})

test('there is no second first run, and the owner signs in by password', async ({ page }) => {
  expect((await page.goto('/welcome'))?.status()).toBe(404)
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in/)
  const form = page.getByRole('form', { name: 'Sign in' })
  await form.getByLabel('E-mail').fill(OWNER.email)
  await form.getByLabel('Password').fill(OWNER.password)
  await form.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/$/)
  await page.getByRole('link', { name: 'People and courses of the site' }).click()
  await expect(page.getByRole('row', { name: `${OWNER.name} Site owner` })).toBeVisible()
})

import type { Browser, Page } from '@playwright/test'
import type { ReviewClass } from './support/review-class'
import { contextFor, reviewClass } from './support/reviews'
import { expect, test, watchForFaults } from './support/test'

async function open(browser: Browser, name: string, faults: string[]): Promise<Page> {
  const page = await (await contextFor(browser, name)).newPage()
  watchForFaults(page, faults)
  return page
}

const roomOf = ({ slug }: ReviewClass): string => `/courses/${slug}/critiques/one-inference`

/** Chooses the first three words of the critique by keyboard, as one who has no mouse. */
async function remarkByKeys(page: Page, words: string): Promise<void> {
  const remark = page.getByRole('button', { name: 'Remark on words of Claim' })
  await remark.focus()
  await page.keyboard.press('Enter')
  for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Your remark' })).toBeFocused()
  await page.keyboard.type(words)
}

test('reviews in three windows: allocated, written with remarks on the words, released, answered and rated', async ({
  browser,
  faults,
}) => {
  test.setTimeout(90_000)
  const cls = await reviewClass('submitted')
  const room = roomOf(cls)
  const [teacher, student, author] = [
    await open(browser, cls.people.INSTRUCTOR[0]?.name ?? '', faults),
    await open(browser, cls.people.STUDENT[1]?.name ?? '', faults),
    await open(browser, cls.people.STUDENT[0]?.name ?? '', faults),
  ]
  const comment = `The claim is dated, and that helps ${Date.now()}`
  const remark = `Which of the three ${Date.now()}`

  await test.step('the instructor sees the loads, and allocates', async () => {
    await student.goto(`${room}/reviews`)
    await expect(student.getByText('Nothing to review yet')).toBeVisible()
    await teacher.goto(`${room}/reviews`)
    await teacher.getByRole('button', { name: 'Allocate reviews' }).click()
    const dialog = teacher.getByRole('dialog')
    await expect(dialog.getByText('5 people have 2 reviews to write')).toBeVisible()
    await dialog.getByRole('button', { name: 'Allocate', exact: true }).click()
    await expect(teacher.getByText(/10 reviews to write, 0 submitted/)).toBeVisible()
  })

  await test.step('a reviewer hears of it, and writes with remarks on words', async () => {
    await student.getByRole('link', { name: 'Critique 1' }).click()
    await student.waitForURL(/reviews\/[0-9a-f]{16}$/)
    await expect(student.locator('body')).not.toContainText('Quarrymoor')
    await remarkByKeys(student, remark)
    await student.getByRole('button', { name: 'Submit the review' }).click()
    await expect(student.getByText('Some of the review is missing.')).toBeVisible()
    await expect(student.getByText('Choose a level.')).toBeVisible()
    await student.getByRole('radio').nth(1).check()
    await student.getByLabel('Comment on the whole').fill(comment)
    await expect(student.locator('[data-save=saved]').first()).toBeVisible()
    await student.reload()
    await expect(student.getByRole('textbox', { name: 'Your remark' })).toHaveValue(remark)
    await student.getByRole('button', { name: 'Submit the review' }).click()
    await student.waitForURL(/reviews$/)
    await expect(student.getByText('Submitted', { exact: true })).toBeVisible()
  })

  const row = teacher.getByRole('row').filter({ hasText: /Inkpenny-\w+ submitted/ })
  await test.step('the instructor sees whose it is, and releases', async () => {
    await expect(teacher.getByText(/10 reviews to write, 1 submitted/)).toBeVisible()
    await expect(row).toHaveCount(1)
    await teacher.getByRole('button', { name: 'Release one review' }).click()
    await teacher.getByRole('button', { name: 'Yes, release' }).click()
    await expect(teacher.getByText('Reviews are released.')).toBeVisible()
  })

  await test.step('the author finds it without a name, answers and rates it', async () => {
    const name = (await row.getByRole('rowheader').getByRole('link').textContent()) ?? ''
    const whose = name.startsWith('Ottoline') ? author : await open(browser, name, faults)
    await whose.goto(room)
    await whose.getByRole('link', { name: 'Read the reviews' }).click()
    await expect(whose.getByText(comment)).toBeVisible()
    await expect(whose.getByText(remark)).toBeVisible()
    await expect(whose.locator('body')).not.toContainText('Inkpenny')
    await whose.getByLabel('What you take from the reviews, and what you do not').fill('I shall date it.')
    await whose.getByRole('button', { name: 'Send the response' }).click()
    await expect(whose.getByText('I shall date it.').filter({ visible: true })).toBeVisible()
    await whose.getByRole('button', { name: /^Reply to Reviewer/ }).click()
    await whose
      .getByRole('textbox', { name: /^Your reply to Reviewer/ })
      .fill('You are right about the date.')
    await whose.getByRole('button', { name: 'Send the reply' }).click()
    await expect(whose.getByRole('heading', { name: 'Your reply' })).toBeVisible()
    await whose.getByRole('button', { name: 'Say how much it helped' }).click()
    await whose.getByRole('radio', { name: 'Very much' }).check()
    await whose.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(whose.getByText('You found it helpful: 5 of 5')).toBeVisible()
  })
  for (const page of [teacher, student, author]) await page.context().close()
})

import type { Page } from '@playwright/test'
import { selectWords } from './support/select-words'
import { COURSE, expect, PEOPLE, test, untilLive } from './support/test'

const TITLE = 'The island and its ferry'
const WORDS = 'nobody who lives there has ever been late for it'
const PASTE = `Introduction

The ferry to Harrow Island leaves at six in the morning, and ${WORDS}. Visitors are late all the time.

Conclusion

Both schools are still open, and the snow lay on the road for four days last winter.`

async function imported(page: Page): Promise<string> {
  await page.goto(`${COURSE}/readings/import`)
  await page.getByLabel('Or paste the text').fill(PASTE)
  await page.getByRole('button', { name: 'Read the text' }).click()
  await page.waitForURL(/\/readings\/drafts\//, { timeout: 60_000 })
  await page.getByLabel('Title').fill(TITLE)
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.waitForURL(/\/readings\/[^/]+\/1$/, { timeout: 30_000 })
  return page.url()
}

/** Begins a revision from the list of readings, writes the first paragraph anew and publishes. */
async function revise(page: Page, text: string): Promise<void> {
  await page.goto(`${COURSE}/readings`)
  await page.getByRole('button', { name: `Revise ${TITLE}` }).click()
  await page.waitForURL(/\/readings\/drafts\//)
  await page.getByRole('button', { name: 'Paragraph 1' }).click()
  await page.getByRole('button', { name: 'Edit the text' }).click()
  await page.getByLabel('Text of this block').fill(text)
  await page.getByRole('button', { name: 'Keep the text', exact: true }).click()
  await page.getByRole('button', { name: 'Publish the revision' }).click()
  await page.waitForURL(/\/readings\/[^/]+\/1$/, { timeout: 30_000 })
}

test('a revision reaches open readers, and every note follows its words or says that it could not', async ({
  as,
}) => {
  test.setTimeout(150_000)
  const staff = await as(PEOPLE.instructor)
  const address = await imported(staff)
  const reader = await as(PEOPLE.student)
  await reader.goto(address)
  await untilLive(reader)
  await selectWords(reader, WORDS)
  await reader.getByRole('toolbar').getByRole('button', { name: 'Comment' }).click()
  await reader.getByLabel('Your note').fill('Is that so?')
  await reader.getByRole('button', { name: 'Post' }).click()
  const notes = reader.getByRole('complementary', { name: 'Notes' })
  await expect(notes.locator('[data-note]').filter({ hasText: 'Is that so?' })).toBeVisible()

  await revise(
    staff,
    `It is a small place. The ferry leaves at six in the morning, and ${WORDS}. Visitors are late.`,
  )
  await expect(reader.locator('article.reading')).toContainText('It is a small place.')
  await expect(notes.locator('[data-note]').filter({ hasText: 'Is that so?' })).toBeVisible()
  await expect(notes.getByRole('link', { name: 'Written on version 1' })).toBeVisible()

  await revise(
    staff,
    'Quite another paragraph stands here now, about the price of coal and the depth of the harbour.',
  )
  const lost = reader.getByRole('region', { name: 'Notes whose words are gone' })
  await expect(lost).toContainText(WORDS)
  await expect(lost).toContainText('Is that so?')
  await lost.getByRole('link', { name: 'Last stood in version 2' }).click()
  await expect(reader.locator('article.reading')).toContainText(WORDS)
})

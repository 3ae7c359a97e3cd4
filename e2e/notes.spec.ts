import type { Locator, Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, PEOPLE, test, untilLive } from './support/test'

const SECTION = `${COURSE}/readings/companion/4`
const FIRST_SECTION = `${COURSE}/readings/companion/7`

const margin = (page: Page) => page.getByRole('complementary', { name: 'Notes' })
const noteWith = (page: Page, words: string): Locator =>
  page.locator('[data-note]').filter({ hasText: words }).first()

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await untilLive(page)
  await expect(margin(page).getByRole('status', { name: 'Loading the notes' })).toHaveCount(0)
}

/** Writes on the first paragraph as a person does: number, toolbar, words. */
async function write(page: Page, verb: 'Ask' | 'Comment', words: string): Promise<void> {
  await page.locator('a.n').first().click()
  await page.getByRole('toolbar').getByRole('button', { name: verb }).click()
  await page.getByLabel('Your note').fill(words)
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(page.getByLabel('Your note')).toHaveCount(0)
}

test('a question is shared, thanked for, edited and resolved, and everybody sees it as it happens', async ({
  as,
}) => {
  const [asker, other] = [await as(PEOPLE.student), await as(PEOPLE.other)]
  for (const page of [asker, other]) await open(page, SECTION)
  const words = `Who decides ${Date.now()}`
  await write(asker, 'Ask', `${words} #Deciding`)
  const [mine, theirs] = [noteWith(asker, words), noteWith(other, words)]
  await expect(theirs).toBeVisible()
  await expect(theirs.getByText('new', { exact: true })).toBeVisible()

  await theirs.getByRole('button', { name: 'I have this question too (0)' }).click()
  await expect(theirs.getByRole('button', { name: 'I have this question too (1)' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(mine.getByText('1 has this question too')).toBeVisible()
  await theirs.getByRole('button', { name: 'Thanks (0)' }).click()
  await expect(mine.getByText('1 thanks')).toBeVisible()
  await theirs.getByRole('button', { name: 'I have this question too (1)' }).click()
  await expect(mine.getByText('has this question too')).toHaveCount(0)

  await mine.getByRole('button', { name: 'More' }).click()
  await mine.getByRole('button', { name: 'Edit', exact: true }).click()
  await mine.getByLabel('Edit your note').fill(`${words}, and how? #Deciding`)
  await mine.getByRole('button', { name: 'Save' }).click()
  await theirs.getByRole('button', { name: /^Edited/ }).click()
  await expect(other.getByRole('dialog').getByText(`${words} #Deciding`)).toBeVisible()
  await expectAccessible(other)
  await other.keyboard.press('Escape')

  await mine.getByRole('button', { name: 'Resolve' }).click()
  await expect(theirs.getByText('Resolved')).toBeVisible()
  await expect(theirs.getByRole('button', { name: 'Resolve' })).toHaveCount(0)
  await mine.getByRole('button', { name: 'Reopen' }).click()
  await expect(theirs.getByText('Resolved')).toHaveCount(0)
})

test('filters leave in what they say; what was seen is no longer new', async ({ as }) => {
  const [writer, reader] = [await as(PEOPLE.student), await as(PEOPLE.third)]
  for (const page of [writer, reader]) await open(page, SECTION)
  const stamp = Date.now()
  const words = `Filtered ${stamp}`
  await write(writer, 'Ask', `${words} #tag${stamp}`)
  const filters = margin(reader).getByRole('group', { name: 'Which notes to show' })
  await expect(noteWith(reader, words)).toBeVisible()
  await expect(filters.getByRole('button', { name: /^New [1-9]/ })).toBeVisible()

  await filters.getByLabel('Tag').selectOption(`#tag${stamp}`)
  await expect(margin(reader).locator('[data-note]')).toHaveCount(1)
  await filters.getByRole('button', { name: 'Show all' }).click()
  await filters.getByLabel('Person').selectOption(PEOPLE.student)
  await expect(noteWith(reader, words)).toBeVisible()
  await filters.getByRole('button', { name: /^Mine/ }).click()
  await expect(noteWith(reader, words)).toHaveCount(0)
  await filters.getByRole('button', { name: 'Show all' }).click()
  await filters.getByRole('button', { name: /^Unanswered/ }).click()
  await expect(noteWith(reader, words)).toBeVisible()
  await filters.getByRole('button', { name: /^All/ }).click()

  await filters.getByRole('button', { name: 'List', exact: true }).click()
  await expect(margin(reader).getByRole('heading', { level: 3 }).first()).toHaveText(/^Paragraph/)
  await expectAccessible(reader)
  await filters.getByRole('button', { name: 'List', exact: true }).click()

  await noteWith(reader, words).scrollIntoViewIfNeeded()
  await expect(noteWith(reader, words).getByText('new', { exact: true })).toHaveCount(0)
  // told to the server a moment later
  await expect(async () => {
    await open(reader, SECTION)
    await expect(noteWith(reader, words)).toBeVisible()
    expect(await noteWith(reader, words).getByText('new', { exact: true }).count()).toBe(0)
  }).toPass()
})

test('a member is named with the keyboard, and the name stands out', async ({ as }) => {
  const writer = await as(PEOPLE.student)
  await open(writer, SECTION)
  await writer.locator('a.n').first().click()
  await writer.getByRole('toolbar').getByRole('button', { name: 'Comment' }).click()
  const box = writer.getByLabel('Your note')
  await box.pressSequentially('Ask @nad')
  const members = writer.getByRole('listbox', { name: 'Members' })
  await expect(members.getByRole('option', { name: PEOPLE.instructor })).toBeVisible()
  await expectAccessible(writer)
  await writer.keyboard.press('Enter')
  await expect(box).toHaveValue(`Ask @${PEOPLE.instructor} `)
  const stamp = `about it ${Date.now()}`
  await box.pressSequentially(stamp)
  await writer.keyboard.press('Control+Enter')
  await expect(noteWith(writer, stamp).locator('.mention')).toHaveText(`@${PEOPLE.instructor}`)
})

test('where one posts first, the others’ notes come with one’s own first post', async ({ as }) => {
  const [staff, student, other] = [
    await as(PEOPLE.instructor),
    await as(PEOPLE.other),
    await as(PEOPLE.third),
  ]
  for (const page of [staff, student, other]) await open(page, FIRST_SECTION)
  const setting = staff.getByLabel('Students post before they see others')
  await setting.check()
  try {
    const secret = `Not before you write ${Date.now()}`
    const notice = student.getByText('everybody writes first and reads after')
    await expect(notice).toBeVisible()
    await write(other, 'Comment', secret)
    await expect(noteWith(staff, secret)).toBeVisible()
    await open(student, FIRST_SECTION)
    await expect(notice).toBeVisible()
    expect(await student.content()).not.toContain(secret)

    await write(student, 'Comment', `My own view ${Date.now()}`)
    await expect(noteWith(student, secret)).toBeVisible()
    await expect(notice).toHaveCount(0)
  } finally {
    await setting.uncheck()
    await expect(setting).not.toBeChecked()
  }
})

test('words are chosen, noted, found again and answered by keyboard alone', async ({ as }) => {
  const page = await as(PEOPLE.student)
  await open(page, SECTION)
  const number = page.getByRole('button', { name: /^Notes on paragraph/ }).first()
  await number.focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowRight')
  for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowRight')
  const words = await page.evaluate(() => document.getSelection()?.toString() ?? '')
  expect(words.split(/\s+/)).toHaveLength(3)
  await expect(page.getByRole('status').filter({ hasText: `Chosen: ${words}` })).toBeAttached()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Highlight' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Your note')).toBeFocused()
  const body = `By keyboard ${Date.now()}`
  await page.keyboard.type(body)
  await page.keyboard.press('Control+Enter')
  await expect(noteWith(page, body)).toBeVisible()
  await expect(number).toBeFocused()
  const card = page.locator('[data-card]').filter({ hasText: body })
  await expect(card.locator('.card-quote')).toHaveText(`“${words}”`)

  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(card).toBeFocused()
  await page.keyboard.press('r')
  await expect(card.getByLabel('Your reply')).toBeFocused()
  await page.keyboard.type('And answered.')
  await page.keyboard.press('Escape')
  await expect(card).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByLabel('Your note')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectAccessible(page)
})

test('a link to a note leads to its words, and paper has the notes at its end', async ({ as }) => {
  const page = await as(PEOPLE.student)
  await open(page, SECTION)
  const words = `To be printed ${Date.now()}`
  await write(page, 'Comment', words)
  const id = await noteWith(page, words).getAttribute('data-note')
  await open(page, `${SECTION}?note=${id}`)
  await expect(page.locator('.reading .block').first()).toBeFocused()
  await expect(page.locator('.card-active')).toContainText(words)

  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const notes = page.locator('.endnotes li')
  await expect(notes.filter({ hasText: words })).toBeVisible()
  const marks = (await page.locator('.endmark').allTextContents()).join().split(',')
  expect(marks).toHaveLength(await notes.count())
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(page.locator('.printed')).toHaveCount(0)
})

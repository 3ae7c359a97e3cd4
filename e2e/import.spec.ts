import type { Page } from '@playwright/test'
import { docx, para } from '../lib/readings/import/testing/files'
import { longReport, twoColumnPaper } from '../lib/readings/import/testing/paper'
import { pdf } from '../lib/readings/import/testing/pdf'
import { selectWords } from './support/select-words'
import { COURSE, expect, expectWellMade, PEOPLE, test } from './support/test'

const IMPORT = `${COURSE}/readings/import`
const PASTE = `IntroductionNorth Korea itself has said little about this, and what it has said is old. It was the first to say so.

Theoretical FrameworkThe state is treated as one actor here, and that is where the trouble begins.

ConclusionThis paper has shown that the question stays open, and why it does.`

const sections = (page: Page) => page.getByRole('navigation', { name: 'Sections' }).getByRole('listitem')
const saved = (page: Page) => expect(page.locator('[data-save=saved]')).toBeVisible()

async function upload(page: Page, name: string, bytes: Uint8Array, mimeType = 'application/octet-stream') {
  await page.goto(IMPORT)
  await page.getByLabel('File to import').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
}

async function untilDraft(page: Page): Promise<void> {
  await page.waitForURL(/\/readings\/drafts\//, { timeout: 60_000 })
  await expect(sections(page).first()).toBeVisible()
}

async function publish(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.waitForURL(/\/readings\/[^/]+\/1$/, { timeout: 30_000 })
}

/** Comments on words, by mouse, and sees the comment beside them. */
async function annotate(page: Page, words: string): Promise<void> {
  await selectWords(page, words)
  await page.getByRole('toolbar').getByRole('button', { name: 'Comment' }).click()
  const thought = `About “${words}” ${Date.now()}`
  await page.getByLabel('Your note').fill(thought)
  await page.getByRole('button', { name: 'Post' }).click()
  const notes = page.getByRole('complementary', { name: 'Notes' })
  await expect(notes.locator('[data-note]').filter({ hasText: thought })).toBeVisible()
  await page.reload()
  await expect(notes.locator('[data-note]').filter({ hasText: thought })).toContainText(words)
}

test('a paste with run-in headings becomes sections, is changed beside the text, and published', async ({
  as,
}) => {
  test.setTimeout(120_000)
  const page = await as(PEOPLE.instructor)
  await page.goto(IMPORT)
  await expectWellMade(page)
  await page.getByRole('button', { name: 'Read the text' }).click()
  await expect(page.getByText('Paste some text first.')).toBeVisible()
  await page.getByLabel('Or paste the text').fill(PASTE)
  await page.getByRole('button', { name: 'Read the text' }).click()
  await untilDraft(page)
  await expect(sections(page)).toHaveText([/Introduction/, /Theoretical Framework/, /Conclusion/])
  await expectWellMade(page)

  await test.step('splits, undoes, renames and merges by keyboard', async () => {
    await page.getByRole('button', { name: 'Paragraph 1' }).press('Enter')
    await page.getByRole('button', { name: 'Edit the text' }).press('Enter')
    const text = page.getByLabel('Text of this block')
    await text.evaluate((area: HTMLTextAreaElement) => {
      const at = area.value.indexOf('It was')
      area.setSelectionRange(at, at)
    })
    await page.getByRole('button', { name: 'Split at the cursor' }).press('Enter')
    // the keyboard goes back to the block that was split; a key pressed before that would land there
    await expect(page.getByRole('button', { name: 'Paragraph 1' })).toBeFocused()
    await page.getByRole('button', { name: 'Paragraph 2' }).press('Enter')
    await page.getByRole('button', { name: 'Start a section here' }).press('Enter')
    await expect(sections(page)).toHaveCount(4)
    await page.getByRole('textbox', { name: 'Heading' }).fill('The first to say so')
    await saved(page)
    await page.reload()
    await expect(sections(page)).toHaveCount(4)
    await page.getByRole('button', { name: /The first to say so/ }).press('Enter')
    await page.getByRole('button', { name: 'Merge with the section before' }).press('Enter')
    await expect(sections(page)).toHaveCount(3)
    // the keyboard goes to the heading of what was joined; from there Ctrl+Z would be the field's own
    await expect(page.getByRole('textbox', { name: 'Heading' })).toBeFocused()
    await page.getByRole('button', { name: 'Conclusion' }).focus()
    await page.keyboard.press('Control+z')
    await expect(sections(page)).toHaveCount(4)
  })

  await test.step('an empty title is refused beside the field', async () => {
    await page.getByLabel('Title').fill(' ')
    await page.getByRole('button', { name: 'Publish' }).click()
    await expect(page.getByText('Give the reading a title.')).toBeVisible()
  })

  await publish(page, `A paste ${Date.now()}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Introduction')
})

test('a reading gets a date and a question, and can be taken back', async ({ as }) => {
  test.setTimeout(120_000)
  const page = await as(PEOPLE.instructor)
  await upload(page, 'dates.txt', new TextEncoder().encode(PASTE))
  await untilDraft(page)
  const title = `Dates ${Date.now()}`
  await publish(page, title)
  const reading = new URL(page.url()).pathname
  await page.goto(`${COURSE}/readings`)
  await page.getByRole('link', { name: `Dates and questions of ${title}` }).click()
  const first = page.getByRole('main').getByRole('listitem').first()
  await first.getByLabel('Discuss by').fill('2026-12-01T17:00')
  await first.getByRole('button', { name: 'Add a question' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(first.getByText('Write the question, or remove it.')).toBeVisible()
  await first.getByRole('textbox', { name: 'Question 1' }).fill('What would count against it?')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expectWellMade(page)

  const student = await as(PEOPLE.student)
  await student.goto(reading)
  await expect(student.getByText('What would count against it?')).toBeVisible()
  await expect(student.getByText(/discuss by Tuesday 1 December, 17:00/)).toBeVisible()
  await page.getByRole('button', { name: 'Unpublish' }).click()
  await expect(page.getByText('The class no longer sees it.')).toBeVisible()
  expect((await student.goto(reading))?.status()).toBe(404)
})

test('a stale window is warned and overwrites nothing', async ({ as }) => {
  const page = await as(PEOPLE.instructor)
  await upload(page, 'two.txt', new TextEncoder().encode(PASTE))
  await untilDraft(page)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await page.getByLabel('Title').fill('From the first window')
  await saved(page)
  await other.getByLabel('Title').fill('From the second')
  await expect(other.getByText('changed in another window.', { exact: false }).first()).toBeVisible()
  await other.getByRole('button', { name: 'Load the newer draft' }).click()
  await expect(other.getByLabel('Title')).toHaveValue('From the first window')
  await other.getByRole('button', { name: 'Throw this draft away' }).click()
  await other.getByRole('button', { name: 'Throw away', exact: true }).click()
  await other.waitForURL(/\/readings$/)
})

const CELL = (text: string) => `<w:tc>${para(text)}</w:tc>`
const TABLE = `<w:tbl><w:tr>${CELL('Year')}${CELL('Sailings')}</w:tr><w:tr>${CELL('1912')}${CELL('four hundred and two')}</w:tr></w:tbl>`

test('a Word file and a PDF are published and annotated, tables too', async ({ as }) => {
  test.setTimeout(180_000)
  const page = await as(PEOPLE.instructor)
  await test.step('Word', async () => {
    const body = [
      para('Ferries and States', 'Title'),
      para('Harbours', 'Heading1'),
      para('The harbour is where the state can be seen to wait.'),
      TABLE,
      para('Bargains', 'Heading1'),
      para('A timetable is a promise that is kept in public.'),
    ]
    await upload(page, 'ferries.docx', docx(body.join('')))
    await untilDraft(page)
    await publish(page, `Ferries ${Date.now()}`)
    await expect(page.getByRole('table')).toBeVisible()
    await annotate(page, 'four hundred and two')
    await annotate(page, 'can be seen to wait')
  })
  await test.step('PDF', async () => {
    await upload(page, 'paper.pdf', twoColumnPaper().bytes, 'application/pdf')
    await untilDraft(page)
    await publish(page, `Timetables ${Date.now()}`)
    await annotate(page, 'This abstract spans both columns')
    await page.goto(page.url().replace(/\/1(\?.*)?$/, '/2'))
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Introduction')
  })
})

test('a broken file and a locked one say what to do, and the server keeps serving', async ({ as }) => {
  const page = await as(PEOPLE.assistant)
  const whole = pdf({ pages: [{ texts: [{ x: 60, y: 80, text: 'Some words.' }] }] })
  await upload(page, 'broken.pdf', whole.slice(0, 60))
  await expect(page.getByText(/damaged or was cut short/)).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Import something else' }).click()
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  await upload(page, 'locked.pdf', pdf({ pages: [{ texts: [] }], locked: true }))
  await expect(page.getByText(/locked with a password/)).toBeVisible({ timeout: 30_000 })
  expect((await page.request.get('/api/health')).status()).toBe(200)
})

test('an import can be cancelled, and a file that is too large is refused', async ({ as }) => {
  const page = await as(PEOPLE.instructor)
  await upload(page, 'long.pdf', pdf(longReport(600)))
  await page.getByRole('button', { name: 'Cancel' }).click({ timeout: 30_000 })
  await expect(page.getByText(/was not imported: you cancelled it/)).toBeVisible()
  const answer = await page.request.post(`/api${COURSE}/imports`, {
    headers: { 'x-file-name': 'big.pdf', origin: new URL(page.url()).origin },
    data: Buffer.alloc(50 * 1024 * 1024 + 1),
  })
  expect(answer.status()).toBe(413)
  expect(await answer.json()).toMatchObject({
    error: { message: expect.stringContaining('larger than 50 MB') },
  })
})

test('students find no way in', async ({ as }) => {
  const page = await as(PEOPLE.student)
  await page.goto(`${COURSE}/readings`)
  await expect(page.getByRole('link', { name: 'Import a reading' })).toHaveCount(0)
  expect((await page.goto(IMPORT))?.status()).toBe(404)
})

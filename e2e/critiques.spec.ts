import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { COURSE, expect, expectNoOverflow, expectWellMade, PEOPLE, test } from './support/test'

// The whole of a critique: its template, its assignment, writing with quotations, submitting, revising, comparing, paper.

const ROOM = `${COURSE}/critiques`
const PHONE = { width: 390 }

const box = (page: Page, title: string): Locator => page.getByRole('textbox', { name: new RegExp(title) })
const saved = (page: Page) => expect(page.locator('[data-save=saved]').first()).toBeAttached()

/** "2026-12-24T17:00": some days from now. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16)

async function makeTemplate(page: Page, title: string): Promise<void> {
  await page.goto(`${ROOM}/templates/new`)
  await page.getByLabel('Title').first().fill(title)
  const fields = page.locator('ol').first().getByRole('listitem')
  await fields.nth(0).getByLabel('Title').fill('The claim')
  await fields.nth(0).getByLabel('Prompt').fill('State it.')
  await page.getByRole('button', { name: 'Add a field' }).click()
  await fields.nth(1).getByLabel('Title').fill('How sure')
  await fields.nth(1).getByLabel('Prompt').fill('Choose.')
  await fields.nth(1).getByLabel('Kind').selectOption('CHOICE')
  await fields.nth(1).getByLabel('Answers to choose from').fill('Not very\nVery')
  await page.getByRole('button', { name: 'Add a criterion' }).click()
  await page.getByRole('button', { name: 'Save the template' }).click()
  await expect(page.getByText('Name the criterion.')).toBeVisible()
  await page.getByLabel('Criterion', { exact: true }).fill('Logic')
  await page.getByRole('button', { name: 'Preview as a student' }).click()
  await expect(page.getByRole('radio', { name: 'Very', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Back to the editor' }).click()
  await page.getByRole('button', { name: 'Save the template' }).click()
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
}

async function setAssignment(page: Page, title: string, template: string): Promise<string> {
  await page.goto(`${ROOM}/new`)
  await page.getByLabel('Title').fill(title)
  await page.getByRole('checkbox', { name: template }).check()
  await page.getByLabel('Due', { exact: true }).fill(inDays(20))
  await expect(page.getByText(/Seoul time/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Set the critique' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Finds a paragraph by its words and quotes the words `part` of it by keyboard. */
async function quote(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Quote from the seminar' }).first().click()
  await page.getByLabel('Find by its words').fill(words)
  await page
    .getByRole('button', { name: new RegExp(words) })
    .first()
    .click()
  await page.getByRole('button', { name: 'Quote', exact: true }).click()
}

test('a critique from its template to paper, by an instructor and a student', async ({ as }) => {
  test.setTimeout(120_000)
  const mark = String(Date.now())
  const [instructor, student] = [await as(PEOPLE.instructor), await as(PEOPLE.other, PHONE)]
  const template = `Short form ${mark}`
  await makeTemplate(instructor, template)
  const place = await setAssignment(instructor, `A short critique ${mark}`, template)

  await test.step('written with tools and a quotation that leads to its words', async () => {
    await student.goto(place)
    await student.getByRole('button', { name: 'Start writing' }).click()
    await student.waitForURL(/\/write/)
    const claim = box(student, 'The claim')
    await claim.fill(`Stalemate ${mark}`)
    await claim.press('ControlOrMeta+a')
    await claim.press('ControlOrMeta+b')
    await expect(claim).toHaveValue(`**Stalemate ${mark}**`)
    await claim.press('ControlOrMeta+z')
    await expect(claim).toHaveValue(`Stalemate ${mark}`)
    await claim.press('End')
    await quote(student, 'scripted in Pyongyang')
    await expect(claim).toHaveValue(/^Stalemate \d+\n\n> .*scripted in Pyongyang[\s\S]*quote:passage\//)
    await expectNoOverflow(student)
    await student.getByRole('radio', { name: 'Very', exact: true }).check()
    await student.getByRole('button', { name: 'Preview' }).click()
    await expect(student.getByRole('region', { name: /Preview of/ }).locator('figure a')).toBeVisible()
    await saved(student)
    await student.getByRole('button', { name: 'Submit' }).click()
    await expect(student.getByText(/submission 1/)).toBeVisible()
    await student.locator('.quotation a').click()
    await expect(student).toHaveURL(/readings\/.*\?at=\d+-\d+/)
  })

  await test.step('an extension is for one student, who sees it', async () => {
    await instructor.goto(`${place}/edit`)
    await instructor.getByLabel('Student').selectOption({ label: PEOPLE.other })
    await instructor.getByLabel('Due for them').fill(inDays(30))
    await instructor.getByRole('button', { name: 'Give the extension' }).click()
    await expect(instructor.getByRole('button', { name: `Take back from ${PEOPLE.other}` })).toBeVisible()
    await instructor.getByLabel('Due', { exact: true }).fill(inDays(10))
    await instructor.getByRole('button', { name: 'Save the changes' }).click()
    await expect(instructor.getByText('it can only become due later.').first()).toBeVisible()
    await student.goto(place)
    await expect(student.getByText(/extended for you/)).toBeVisible()
  })

  await test.step('revised, submitted again, and compared by both', async () => {
    await student.getByRole('link', { name: 'Revise' }).click()
    const claim = box(student, 'The claim')
    await claim.press('ControlOrMeta+Home')
    await student.keyboard.type('A longer ')
    await saved(student)
    await student.getByRole('button', { name: 'Submit again' }).click()
    await expect(student.getByText(/submission 2/)).toBeVisible()
    await student.getByRole('link', { name: 'Compare versions' }).click()
    await student.waitForURL(/\/compare/)
    for (const page of [student, instructor]) {
      await page.goto(student.url())
      await expect(page.locator('ins')).toContainText('A longer')
      await expectWellMade(page)
    }
  })

  await test.step('on paper', async () => {
    await instructor.getByRole('link', { name: /Critique by/ }).click()
    const [file] = await Promise.all([
      instructor.waitForEvent('download'),
      instructor.getByRole('link', { name: 'PDF' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^a-short-critique-\d+-submission-2\.pdf$/)
    expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
    await instructor.emulateMedia({ media: 'print' })
    await expect(instructor.locator('.quotation')).toBeVisible()
    await expect(instructor.getByRole('button', { name: 'Print' })).toBeHidden()
  })
})

test('a draft outlives its session, and the window left behind is told', async ({ as }) => {
  const student = await as(PEOPLE.student)
  await student.goto(`${ROOM}/critique-of-the-paper/write`)
  const first = (page: Page) => page.getByRole('main').getByRole('textbox').first()
  const words = `Thought of while signed out ${Date.now()}`
  const cookies = await student.context().cookies()
  await student.context().clearCookies()
  await first(student).fill(words)
  await expect(student.locator('[data-save=signed-out]').first()).toBeAttached()
  await student.context().addCookies(cookies)
  await student.reload()
  await expect(first(student)).toHaveValue(words)
  await expect(student.getByText('This browser had kept what you wrote').first()).toBeVisible()
  await saved(student)

  const other = await student.context().newPage()
  await other.goto(student.url())
  await expect(first(other)).toHaveValue(words)
  await first(student).fill(`${words}, and more`)
  await saved(student)
  await first(other).fill(`${words}, otherwise`)
  await expect(other.getByText('This critique was changed in another window.')).toBeVisible()
  await other.getByRole('button', { name: 'Keep mine' }).click()
  await saved(other)
  await student.reload()
  await expect(first(student)).toHaveValue(`${words}, otherwise`)
})

import type { Page } from '@playwright/test'
import { COURSE, expect, expectWellMade, PEOPLE, test, untilLive } from './support/test'

const SECTION = `${COURSE}/readings/companion/6`
const note = (page: Page, words: string) => page.locator('[data-note]').filter({ hasText: words }).first()

async function ask(page: Page, words: string): Promise<void> {
  await page.goto(SECTION)
  await untilLive(page)
  await page.locator('a.n').first().click()
  await page.getByRole('toolbar').getByRole('button', { name: 'Ask' }).click()
  await page.getByLabel('Your note').fill(words)
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(note(page, words)).toBeVisible()
}

test('a report reaches the desk, the note is hidden for all as they look, and the log says so', async ({
  as,
}) => {
  const words = `Rude words ${Date.now()}`
  const [author, other, staff] = [
    await as(PEOPLE.student),
    await as(PEOPLE.other),
    await as(PEOPLE.assistant),
  ]
  await ask(author, words)
  await other.goto(SECTION)
  await untilLive(other)
  await note(other, words).getByRole('button', { name: 'More' }).click()
  await note(other, words).getByRole('button', { name: 'Report' }).click()
  await other.getByLabel('What is wrong with it').fill('It insults a member.')
  await other.getByRole('button', { name: 'Send to the staff' }).click()
  await expect(other.getByText('Reported. The staff will look at it.')).toBeVisible()

  await staff.goto(`${COURSE}/desk`)
  await expectWellMade(staff)
  await expect(staff.getByText('It insults a member.')).toBeVisible()
  await expect(staff.getByRole('link', { name: words }).first()).toBeVisible()
  await staff.getByRole('link', { name: words }).first().click()
  await untilLive(staff)
  await note(staff, words).getByRole('button', { name: 'More' }).click()
  await note(staff, words).getByRole('button', { name: 'Hide' }).click()
  await staff.getByLabel('Why').fill('It is about a person.')
  await staff.getByRole('button', { name: 'Hide the note' }).click()

  const gone = other.getByText('A note was hidden by the staff.')
  await expect(gone.first()).toBeVisible()
  await expect(note(other, words)).toHaveCount(0)
  const own = author.locator('[data-note]').filter({ hasText: 'Your note was hidden' })
  await own.getByRole('button', { name: 'Show it to me' }).first().click()
  await expect(own.getByText('Reason: It is about a person.')).toBeVisible()

  await staff.goto(`${COURSE}/desk`)
  const report = staff.getByRole('listitem').filter({ hasText: 'It insults a member.' })
  await report.getByRole('button', { name: 'Mark as handled' }).click()
  await report.getByLabel('What you did').fill('Hidden.')
  await report.getByRole('button', { name: 'Save' }).click()
  await expect(report).toHaveCount(0)

  await test.step('a claim in the same way, and put back', async () => {
    await other.goto(`${COURSE}/debates/neoclassical-realism`)
    await untilLive(other)
    const claim = other.locator('[data-claim]').filter({ hasNotText: PEOPLE.other }).first()
    await claim.click()
    await claim.getByRole('button', { name: /^Report C/ }).click()
    await other.getByLabel('What is wrong with it').fill('It is no claim.')
    await other.getByRole('button', { name: 'Send to the staff' }).click()
    await expect(other.getByText('Reported. The staff will look at it.')).toBeVisible()
    const code = (await claim.getAttribute('id')) ?? ''

    await staff.reload()
    await staff.getByRole('listitem').filter({ hasText: 'It is no claim.' }).getByRole('link').click()
    await untilLive(staff)
    const same = staff.locator(`#${code}`)
    await same.getByRole('button', { name: `Hide ${code}` }).click()
    await staff.getByLabel('Why').fill('It is about a person.')
    await staff.getByRole('button', { name: 'Hide the claim' }).click()
    await expect(other.locator(`#${code}`)).toContainText('This claim was hidden by the staff.')
    await same.getByRole('button', { name: /^Put it back/ }).click()
    await expect(other.locator(`#${code}`)).not.toContainText('hidden by the staff')
  })
  await staff.goto(`${COURSE}/desk`)
  await staff.getByRole('link', { name: 'Log', exact: true }).click()
  for (const what of ['hid a note', 'put a hidden claim back'])
    await expect(staff.getByRole('listitem').filter({ hasText: what }).first()).toBeVisible()
})

test('a critique is graded by its rubric, told at the release and not before, and changed by a file', async ({
  as,
}) => {
  const staff = await as(PEOPLE.instructor)
  const student = await as(PEOPLE.student, { width: 390 })
  await staff.goto(`${COURSE}/grades`)
  await staff.getByRole('link', { name: 'A critique of the paper' }).first().click()
  await staff.getByRole('button', { name: new RegExp(`^${PEOPLE.student}`) }).click()
  const form = staff.getByRole('listitem').filter({ hasText: PEOPLE.student })
  await form.getByRole('button', { name: 'Save the grade' }).click()
  await expect(form.getByText('Choose a level for every criterion.')).toBeVisible()
  for (const group of await form.getByRole('group').all()) await group.getByText('3', { exact: true }).click()
  await form.getByLabel('Comment to the author').fill('Clear on **mechanism**.')
  await form.getByRole('button', { name: 'Save the grade' }).click()
  await expect(form.getByText('75 of 100')).toBeVisible()

  await student.goto(`${COURSE}/grades`)
  await expect(student.getByRole('heading', { name: 'Participation', exact: true })).toBeVisible()
  await expect(student.getByText('Clear on')).toHaveCount(0)
  await expect(student.getByText('As it counts now')).toBeVisible()
  await student
    .getByText(/^Counted from \d+ events?$/)
    .first()
    .click()

  await staff.getByRole('button', { name: 'Release marks' }).click()
  await staff.getByRole('button', { name: 'Yes, release' }).click()
  await expect(form.getByText('75 of 100, released')).toBeVisible()
  await student.reload()
  await expect(student.getByText('Clear on mechanism.')).toBeVisible()
  await expectWellMade(student)

  await staff.goto(`${COURSE}/grades`)
  const file = await (await staff.request.get(`/api${COURSE}/grades/moodle.csv`)).text()
  expect(file).toContain(',75,')
  const choose = (text: string) =>
    staff
      .getByLabel('Marks from a CSV file')
      .setInputFiles({ name: 'marks.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose(`${file}Nobody,nobody@example.org,50,50\r\n`)
  await expect(staff.getByText('nobody@example.org is no student of this course.').first()).toBeVisible()
  await choose(file.replace(',75,', ',80,'))
  await staff.getByRole('button', { name: 'Change 1 mark' }).click()
  await expect(staff.getByText('1 mark changed.')).toBeVisible()
  await student.reload()
  await expect(student.getByText('Set by the staff: From the file marks.csv')).toBeVisible()
})

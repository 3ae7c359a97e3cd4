import type { Page } from '@playwright/test'
import { selectWords } from './support/select-words'
import { COURSE, expect, PEOPLE, test, untilLive } from './support/test'

const SECTION = `${COURSE}/readings/companion/6`

const margin = (page: Page) => page.getByRole('complementary', { name: 'Notes' })

test('the whole path: from words to a note, a claim, a ballot and a critique', async ({ as }) => {
  test.setTimeout(120_000)
  const [writer, reader] = [await as(PEOPLE.third), await as(PEOPLE.other)]
  const answer = `In different hands, each time: ${Date.now()}`
  const thought = `Look at how each one ended ${Date.now()}`

  await test.step('a note that another person sees at once', async () => {
    for (const page of [writer, reader]) {
      await page.goto(SECTION)
      await untilLive(page)
    }
    await selectWords(writer, 'as if each turn were scripted in Pyongyang')
    await writer.getByRole('toolbar').getByRole('button', { name: 'Ask' }).click()
    await writer.getByLabel('Your note').fill(thought)
    await writer.getByRole('button', { name: 'Post' }).click()
    await expect(margin(reader).getByText(thought)).toBeVisible()
  })

  await test.step('a reply comes back to the writer', async () => {
    const note = margin(reader).locator('[data-note]').filter({ hasText: thought })
    await note.getByRole('button', { name: 'Reply' }).click()
    await reader.getByLabel('Your reply').fill(answer)
    await margin(reader).locator('form').getByRole('button', { name: 'Reply' }).click()
    await expect(margin(writer).getByText(answer)).toBeVisible()
  })

  const claim = `Agreements end in different hands ${Date.now()}`
  await test.step('the note becomes the source of a claim', async () => {
    const note = margin(writer).locator('[data-note]').filter({ hasText: thought })
    await note.getByRole('button', { name: 'Make a claim' }).click()
    const form = writer.getByRole('dialog', { name: 'Make a claim' })
    await expect(form.getByRole('textbox', { name: 'Claim' })).toHaveValue(thought)
    await form.getByRole('textbox', { name: 'Claim' }).fill(claim)
    await form.getByRole('button', { name: 'Add claim' }).click()
    await expect(form).toBeHidden()
    await expect(note.getByText('A claim rests on this')).toBeVisible()
  })

  await test.step('the claim leads back to the words', async () => {
    await reader.goto(`${COURSE}/debates/neoclassical-realism`)
    const item = reader.getByRole('treeitem').filter({ hasText: claim })
    await item.locator('a[href*="?note="]').click()
    await reader.waitForURL(/readings\/companion\/6\?note=/)
    await expect(margin(reader).locator('.card-active')).toContainText(thought)
  })

  await test.step('a secret ballot, its receipt, and the tally', async () => {
    await writer.goto(`${COURSE}/explain/polls/end-of-term`)
    for (const name of [/Bargaining/, /Neoclassical/, /Regime/, /Structural/, /Identity/, /Organisational/])
      await writer.getByRole('button', { name }).first().click()
    await writer.getByRole('button', { name: 'Cast my ballot' }).click()
    await expect(writer.getByText(/receipt/i).first()).toBeVisible()
    await expect(writer.getByRole('heading', { name: 'One against one' })).toBeVisible()
  })
})

test('a critique is saved as it is typed, handed in, and read by the instructor', async ({ as }) => {
  const student = await as(PEOPLE.third)
  await student.goto(`${COURSE}/critiques/critique-of-the-paper`)
  await student.getByRole('link', { name: /Toulmin critique/ }).click()
  await student.waitForURL(/template=B/)
  await student.getByRole('button', { name: /start writing/i }).click()
  await student.waitForURL(/\/write/)
  const boxes = student.getByRole('textbox')
  const count = await boxes.count()
  for (let i = 0; i < count; i++) await boxes.nth(i).fill(`Answer ${i + 1} of the ${PEOPLE.third} critique.`)
  await expect(student.getByText(/saved/i).first()).toBeVisible()
  await student.reload()
  await expect(boxes.first()).toHaveValue(/Answer 1/)
  await student
    .getByRole('button', { name: /submit|hand in/i })
    .first()
    .click()
  await expect(student.getByText(/submission 1/)).toBeVisible()

  const instructor = await as(PEOPLE.instructor)
  await instructor.goto(`${COURSE}/critiques`)
  await instructor.getByRole('link', { name: new RegExp(PEOPLE.third) }).click()
  await expect(instructor.getByText('Answer 1 of the')).toBeVisible()
})

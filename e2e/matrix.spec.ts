import type { Page } from '@playwright/test'
import { selectWords } from './support/select-words'
import { COURSE, expect, expectWellMade, PEOPLE, test, untilLive } from './support/test'

const MATRIX = `${COURSE}/explain/matrix`

const mine = (page: Page, row: string, column: string) =>
  page.getByLabel(new RegExp(`^${row} against ${column} .*: my rating`))
const seen = (page: Page, row: string, column: string) =>
  page.getByRole('link', { name: new RegExp(`^${row} against ${column}:`) })

/** Takes back what an earlier try of this test left. */
async function takeBack(page: Page, row: string): Promise<void> {
  for (const column of ['H1', 'H2', 'H3', 'H4', 'H5', 'H6']) await mine(page, row, column).press('Delete')
  await expect(page.getByText('Saving')).toHaveCount(0)
}

test('a row rated by keys; the class’s cell shows once three others have rated, live', async ({ as }) => {
  const [rater, second, watcher] = [await as(PEOPLE.third), await as(PEOPLE.other), await as(PEOPLE.observer)]
  for (const page of [rater, second]) {
    await page.goto(MATRIX)
    await untilLive(page)
    await takeBack(page, 'E16')
  }
  await watcher.goto(`${MATRIX}?view=class`)
  await untilLive(watcher)
  await expect(seen(watcher, 'E16', 'H1')).toContainText('n<3')

  await test.step('keys rate and go on; undo goes back', async () => {
    await mine(rater, 'E16', 'H1').focus()
    await rater.keyboard.press('4')
    await expect(mine(rater, 'E16', 'H2')).toBeFocused()
    await rater.keyboard.press('i')
    await rater.keyboard.press('Shift+I')
    await expect(mine(rater, 'E16', 'H4')).toBeFocused()
    await expect(mine(rater, 'E16', 'H3')).toHaveValue('II')
    await expect(rater.getByRole('form', { name: 'Why this rating' })).toBeVisible()
    await rater.keyboard.press('u')
    await expect(mine(rater, 'E16', 'H3')).toHaveValue('')
    await expect(mine(rater, 'E16', 'H3')).toBeFocused()
    await expect(mine(rater, 'E16', 'H1')).toHaveValue('C')
  })

  await test.step('the third rater shows the class to those who have not rated, not to the raters', async () => {
    await expect(seen(watcher, 'E16', 'H1')).not.toContainText('n<3')
    await rater.goto(`${MATRIX}?view=class`)
    await expect(seen(rater, 'E16', 'H1')).toContainText('n<3')
    await untilLive(rater)
  })

  await test.step('the fourth shows it to all, without loading', async () => {
    await mine(second, 'E16', 'H1').press('5')
    // the keyboard goes on to the next; a key pressed before that would be lost
    await expect(mine(second, 'E16', 'H2')).toBeFocused()
    await expect(seen(rater, 'E16', 'H1')).not.toContainText('n<3')
    await expect(seen(watcher, 'E16', 'H1').getByRole('img')).toHaveAccessibleName(/very consistent/)
  })

  await test.step('why, in a sentence, for others to read', async () => {
    const reason = `It starts at the top ${Date.now()}`
    await mine(second, 'E16', 'H1').press('w')
    await second.getByRole('textbox', { name: /^Why is E16/ }).fill(reason)
    await second.keyboard.press('Enter')
    await expect(mine(second, 'E16', 'H1')).toBeFocused()
    await expect(second.getByText('Saving')).toHaveCount(0)
    await rater.goto(`${MATRIX}/E16/H1`)
    await expect(rater.getByText(reason)).toBeVisible()
    await expectWellMade(rater)
  })
})

test('a cell has a thread that two windows share', async ({ as }) => {
  const [writer, reader] = [await as(PEOPLE.third), await as(PEOPLE.other)]
  for (const page of [writer, reader]) {
    await page.goto(`${MATRIX}/E11/H5`)
    await untilLive(page)
  }
  const words = `Which step came first ${Date.now()}`
  const post = (page: Page) => page.locator('[data-comment]').filter({ hasText: words })
  await writer.getByLabel('Your post').fill(words)
  await writer.getByRole('button', { name: 'Post' }).click()
  await expect(post(reader)).toBeVisible()
  await expect(post(reader).getByRole('button')).toHaveCount(0)
  await post(writer).getByRole('button', { name: 'Delete' }).click()
  await expect(post(reader)).toHaveCount(0)
  await writer.getByRole('button', { name: 'Undo' }).click()
  await expect(post(reader)).toBeVisible()
})

test('words of a reading become a row of the table, and the row leads back to them', async ({ as }) => {
  const staff = await as(PEOPLE.instructor)
  await staff.goto(`${COURSE}/readings/companion/6`)
  await untilLive(staff)
  await selectWords(staff, 'as if each turn were scripted in Pyongyang')
  await staff.getByRole('toolbar').getByRole('button', { name: 'Into the matrix' }).click()
  await staff.waitForURL(/matrix\/edit\/new/)
  await expect(staff.getByText('as if each turn were scripted in Pyongyang')).toBeVisible()
  const code = `X${String(Date.now()).slice(-6)}`
  await staff.getByLabel('Code').fill(code)
  await staff.getByLabel('Date as people write it').fill('today')
  await staff.getByLabel('What was observed').fill('A word that assumes a plan.')
  await staff.getByLabel(/^Kind of test/).fill('Hoop (H1, passes)')
  await staff.getByRole('button', { name: 'Save' }).click()
  await staff.waitForURL(new RegExp(`matrix#${code}`))
  await staff
    .locator(`#facts-${code}`)
    .getByRole('link', { name: /Reading companion/ })
    .click()
  await staff.waitForURL(/readings\/companion\/6\?at=/)
  await staff.goto(`${MATRIX}/edit`)
  staff.on('dialog', (dialog) => void dialog.accept())
  await staff.getByRole('button', { name: `Remove ${code}` }).click()
  await expect(staff.getByRole('button', { name: `Remove ${code}` })).toHaveCount(0)
})

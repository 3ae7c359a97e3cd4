import type { Locator, Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, PEOPLE, test, untilLive } from './support/test'

const DEBATE = `${COURSE}/debates/neoclassical-realism`

const claim = (page: Page, words: string): Locator =>
  page.locator('[data-claim]').filter({ has: page.locator(`text="${words}"`) })
const codeOf = async (page: Page, words: string): Promise<string> =>
  (await claim(page, words).getAttribute('id')) ?? ''

/** What one types at a claim by keyboard alone: the key that opens the form, the words, and Ctrl+Enter. */
async function answer(page: Page, at: string, key: string, words: string): Promise<void> {
  await claim(page, at).focus()
  await page.keyboard.press(key)
  await expect(page.getByRole('textbox', { name: 'Claim' })).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('textbox', { name: 'Claim' })).toHaveCount(0)
}

test('the argument in two windows: by keys in the outline, by dragging in the map, each following the other', async ({
  as,
}) => {
  const [writer, staff] = [await as(PEOPLE.student), await as(PEOPLE.instructor)]
  const mark = Date.now()
  const words = { top: `Top ${mark}.`, second: `Second ${mark}.`, third: `Third ${mark}.` }

  await test.step('what one writes by keys appears in the other window', async () => {
    for (const page of [writer, staff]) {
      await page.goto(DEBATE)
      await untilLive(page)
    }
    await writer.getByRole('button', { name: 'Add for', exact: true }).first().click()
    await writer.keyboard.type(words.top)
    await writer.keyboard.press('Control+Enter')
    await expect(claim(writer, words.top)).toBeVisible()
    await answer(writer, words.top, 'a', words.second)
    await answer(writer, words.top, 'u', words.third)
    await expect(claim(staff, words.second)).toHaveAttribute('aria-level', '2')
    await expect(claim(staff, words.third)).toContainText('Undercuts')
  })

  await test.step('moved by words, and put back', async () => {
    await claim(writer, words.second).focus()
    await writer.keyboard.press('m')
    const dialog = writer.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Under the motion itself' }).check()
    await dialog.getByRole('button', { name: /^Move C/ }).click()
    await expect(claim(staff, words.second)).toHaveAttribute('aria-level', '1')
    await writer.getByRole('button', { name: 'Undo' }).last().click()
    await expect(claim(staff, words.second)).toHaveAttribute('aria-level', '2')
  })

  await test.step('judged, edited, and its earlier words kept', async () => {
    await claim(writer, words.top).focus()
    await writer.keyboard.press('j')
    await writer.getByRole('radio', { name: '3 much' }).check()
    await writer.getByRole('spinbutton', { name: /exactly/ }).fill('70')
    await expect(writer.getByText('This is your judgement.')).toBeVisible()
    await claim(writer, words.third).focus()
    await writer.keyboard.press('e')
    await writer.getByRole('textbox', { name: 'Claim' }).fill(`Better ${words.third}`)
    await writer.keyboard.press('Control+Enter')
    await expect(claim(staff, `Better ${words.third}`)).toBeVisible()
    await claim(writer, `Better ${words.third}`).focus()
    await writer.keyboard.press('h')
    await expect(writer.getByRole('dialog').getByRole('listitem')).toHaveCount(2)
    await writer.keyboard.press('Escape')
  })

  await test.step('dragged in the map of one branch; the outline follows', async () => {
    const [top, second, third] = [
      await codeOf(staff, words.top),
      await codeOf(staff, words.second),
      await codeOf(staff, `Better ${words.third}`),
    ]
    await claim(staff, words.top).focus()
    await staff.keyboard.press('b')
    await staff.getByRole('button', { name: 'Map', exact: true }).click()
    await expect(staff.locator(`#${top}`)).toBeVisible()
    expect(new URL(staff.url()).searchParams.get('view')).toBe('map')
    await staff.locator('#argument [role=tree]').scrollIntoViewIfNeeded()
    await expectAccessible(staff)
    await dragOnto(staff, third, second)
    await expect(staff.getByText(`${third} moved under ${second}.`)).toBeVisible()
    await expect(claim(writer, `Better ${words.third}`)).toHaveAttribute('aria-level', '3')
    await staff.locator(`#${top}`).focus()
    await staff.keyboard.press('ArrowRight')
    await expect(staff.locator(`#${second}`)).toBeFocused()
    await staff.keyboard.press('Space')
    await expect(staff.locator(`#${third}`)).toHaveCount(0)
  })

  await test.step('merged by the staff: its number leads to the one that stays', async () => {
    const [top, second] = [await codeOf(writer, words.top), await codeOf(writer, words.second)]
    await staff.locator(`#${second}`).focus()
    await staff.keyboard.press('g')
    const dialog = staff.getByRole('dialog')
    await dialog.getByRole('searchbox').fill(top)
    await dialog.getByRole('radio', { name: new RegExp(top) }).check()
    await dialog.getByRole('button', { name: `Merge into ${top}` }).click()
    await expect(claim(writer, words.second)).toHaveCount(0)
    await expect(claim(writer, `Better ${words.third}`)).toHaveAttribute('aria-level', '2')
    await writer.evaluate((code) => location.assign(`#${code}`), second)
    await expect(writer.locator(`#${top}`)).toBeFocused()
  })
})

/** Takes a card by the mouse and lets it go on another. */
async function dragOnto(page: Page, card: string, target: string): Promise<void> {
  const [from, to] = [
    await page.locator(`#${card}`).boundingBox(),
    await page.locator(`#${target}`).boundingBox(),
  ]
  if (!from || !to) throw new Error('a card is not on the screen')
  await page.mouse.move(from.x + 40, from.y + 30)
  await page.mouse.down()
  await page.mouse.move(to.x + 60, to.y + 40, { steps: 8 })
  await page.mouse.up()
}

test('words of a reading become a claim in two clicks, and the claim leads back to them', async ({ as }) => {
  const page = await as(PEOPLE.student)
  await page.goto(`${COURSE}/readings/companion/6`)
  await untilLive(page)
  await page.locator('a.n').nth(1).click()
  await page.getByRole('toolbar').getByRole('button', { name: 'Make a claim' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make a claim' })
  await expect(dialog.getByRole('textbox', { name: 'Claim' })).not.toHaveValue('')
  const words = (await dialog.getByRole('textbox', { name: 'Claim' }).inputValue()).slice(0, 30)
  await dialog.getByRole('button', { name: 'Add claim' }).click()
  await expect(dialog).toBeHidden()
  await test.step('or it answers a claim, which is found by its words', async () => {
    await page.locator('a.n').nth(2).click()
    await page.getByRole('toolbar').getByRole('button', { name: 'Make a claim' }).click()
    await dialog.getByRole('button', { name: 'Answer a claim instead' }).click()
    await dialog.getByRole('searchbox', { name: 'The claim it answers' }).fill(words)
    await dialog.getByRole('radio', { name: new RegExp(words.slice(0, 12)) }).check()
    await dialog.getByRole('radio', { name: /^Undercuts C/ }).check()
    await dialog.getByRole('button', { name: 'Add claim' }).click()
    await expect(page.getByText(/^C\d+ added under C\d+\.$/)).toBeVisible()
  })
  const here = page.locator('details').filter({ hasText: 'on words of this section' })
  await here.locator('summary').click()
  const link = here.getByRole('listitem').filter({ hasText: words }).getByRole('link').first()
  await link.click()
  await page.waitForURL(/debates\/[^/]+#C/)
  const item = page.getByRole('treeitem').and(page.locator(':focus'))
  await expect(item).toContainText(words)
  await test.step('a second passage is chosen beside the claim, by the keyboard alone', async () => {
    await page.keyboard.press('s')
    await page.getByRole('button', { name: 'Passage' }).press('Enter')
    const picker = page.getByRole('dialog', { name: 'Choose a passage' })
    await picker.getByRole('searchbox').fill('neoclassical')
    await picker.getByRole('listitem').getByRole('button').first().press('Enter')
    const number = picker.locator('a.n').first()
    await number.focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(picker).toBeHidden()
    await expect(page.getByRole('button', { name: /^Remove the source/ })).toHaveCount(2)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(item.locator('a[href*="?at="]')).toHaveCount(2)
  })
  await item.locator('a[href*="?at="]').first().click()
  await page.waitForURL(/readings\/companion\/6\?at=/)
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('passage')?.size ?? 0)).toBeGreaterThan(0)
})

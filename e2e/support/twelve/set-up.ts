import { expect } from '../test'
import { onClocks } from './people'
import type { Room } from './room'
import { EXTENDED } from './script'

const CRITERIA = [
  ['Grounds', '60'],
  ['Wording', '20'],
] as const

/** From an empty room: fields, and a rubric of two criteria by four levels. */
export async function makeTemplate({ teacher: { page }, critiques }: Room): Promise<void> {
  await page.goto(critiques)
  await page.getByRole('link', { name: 'Make a template' }).click()
  await page.getByLabel('Title').first().fill('One inference')
  const fields = page.locator('ol').first().getByRole('listitem')
  await fields.nth(0).getByLabel('Title').fill('Claim')
  await fields.nth(0).getByLabel('Prompt').fill('What is claimed?')
  await page.getByRole('button', { name: 'Add a field' }).click()
  await fields.nth(1).getByLabel('Title').fill('Objection')
  await fields.nth(1).getByLabel('Prompt').fill('What stands against it?')
  for (const [i, [name, weight]] of CRITERIA.entries()) {
    await page.getByRole('button', { name: 'Add a criterion' }).click()
    await page.getByLabel('Criterion', { exact: true }).nth(i).fill(name)
    await page.getByLabel('Weight').nth(i).fill(weight)
    await page.getByLabel('4: Excellent').nth(i).fill(`${name} that hold.`)
  }
  await expect(page.getByText('The weights add up to 80')).toBeVisible()
  await page.getByRole('button', { name: 'Preview as a student' }).click()
  await expect(page.getByRole('cell', { name: 'Grounds that hold.' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to the editor' }).click()
  await page.getByRole('button', { name: 'Save the template' }).click()
  await expect(page.getByRole('link', { name: 'One inference', exact: true })).toBeVisible()
}

/** Due in 20 hours; a day begun costs 15 %; two reviews of each, double-blind. */
export async function setAssignment({ teacher: { page }, path }: Room): Promise<void> {
  await page.getByRole('link', { name: 'Set a critique' }).click()
  await page.getByLabel('Title').fill('One inference')
  await page.getByRole('checkbox', { name: 'One inference' }).check()
  await page.getByLabel('Due', { exact: true }).fill(onClocks(20))
  await page.getByLabel('Per cent lost for each day').fill('15')
  await expect(page.getByText('15 minutes’ grace; then each day begun costs 15 % of the mark')).toBeVisible()
  await expect(page.getByLabel('Who knows whom')).toHaveValue('DOUBLE_BLIND')
  await expect(page.getByLabel('Reviews of each critique')).toHaveValue('2')
  await page.getByLabel('Reviews due').fill(onClocks(140))
  await page.getByLabel('Marks are out of').fill('50')
  await page.getByRole('button', { name: 'Set the critique' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'One inference' })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(path)
}

/** Three days more for one. */
export async function giveExtension({ teacher: { page }, seat }: Room): Promise<void> {
  const { name } = seat(EXTENDED)
  await page.getByRole('link', { name: 'Change' }).click()
  await page.getByLabel('Student').selectOption({ label: name })
  await page.getByLabel('Due for them').fill(onClocks(92))
  await page.getByRole('button', { name: 'Give the extension' }).click()
  await expect(page.getByRole('button', { name: `Take back from ${name}` })).toBeVisible()
}

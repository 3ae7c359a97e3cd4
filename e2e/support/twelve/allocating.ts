import type { Locator, Page } from '@playwright/test'
import { expect } from '../test'
import type { Room } from './room'
import { FAILING, given, LATE, ONE, OTHER } from './script'
import { writeLate } from './writing'

/** By the author's name: each reviewer, the number the author knows them by, and where the review stands. */
type Reviewers = { name: string; number: number; state: string }[]
type Allocated = Map<string, Reviewers>

const TABLE = 'Critiques and their reviewers'

export async function allocation(page: Page): Promise<Allocated> {
  const table = page.getByRole('region', { name: TABLE })
  await expect(table).toBeVisible()
  const rows = await table.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      author: row.querySelector('a')?.innerText ?? '',
      said: [...row.querySelectorAll('li')].filter((li) => li.offsetParent).map((li) => li.innerText),
    })),
  )
  const reviewers = (said: string[]) =>
    said.map((line) => {
      const [, number, name = '', state = ''] = /^(\d+) (\S+ \S+) (.*)$/.exec(line.trim()) ?? []
      return { number: Number(number), name, state }
    })
  return new Map(rows.map(({ author, said }) => [author, reviewers(said)]))
}

/** How many reviews each has to write, the fewest first. */
function loads(allocated: Allocated): number[] {
  const count = new Map<string, number>()
  for (const { name } of [...allocated.values()].flat()) count.set(name, (count.get(name) ?? 0) + 1)
  return [...count.values()].sort()
}

/** A table as it is read, its headings left out. */
export async function cells(table: Locator): Promise<string[][]> {
  await expect(table).toBeVisible()
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)),
    )
}

/** Two are kept apart; then what was submitted is shared out, two reviews to each. */
export async function allocate({ teacher: { page }, seat, path }: Room): Promise<void> {
  const [one, other] = [seat(ONE).name, seat(OTHER).name]
  await page.goto(`${path}/reviews`)
  await page.getByRole('button', { name: 'Add a conflict' }).click()
  await page.getByLabel('One', { exact: true }).selectOption({ label: one })
  await page.getByLabel('The other').selectOption({ label: other })
  await page.getByRole('button', { name: 'Add it' }).click()
  const apart = page.getByRole('listitem').filter({ hasText: one })
  await expect(apart.filter({ hasText: other })).toBeVisible()
  await page.getByRole('button', { name: 'Allocate reviews' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('11 people have 2 reviews to write')).toBeVisible()
  await dialog.getByRole('button', { name: 'Allocate', exact: true }).click()
  await expect(page.getByText('11 critiques, 22 reviews to write, 0 submitted.')).toBeVisible()
  const found = await allocation(page)
  expect(found.size).toBe(11)
  for (const [author, reviewers] of found) {
    const names = reviewers.map((r) => r.name)
    expect(new Set(names).size).toBe(2)
    expect(names).not.toContain(author)
    const inConflict = author === one ? other : author === other ? one : 'nobody'
    expect(names).not.toContain(inConflict)
  }
  expect(loads(found)).toEqual(Array(11).fill(2))
}

/** What has begun stays where it is, under the same number; who came late has two reviewers, and two to review. */
export async function absorbLate(room: Room): Promise<void> {
  const { teacher, seat, critiques } = room
  const { page } = teacher
  const { name } = seat(LATE)
  await expect(page.getByText('22 reviews to write, 2 submitted.')).toBeVisible()
  await page.reload()
  const begun = [...(await allocation(page))].flatMap(([author, reviewers]) =>
    reviewers.filter((r) => r.state !== 'not begun').map((r) => ({ author, r })),
  )
  expect(begun.map(({ r }) => r.state).sort()).toEqual(['begun', 'submitted', 'submitted'])
  await writeLate(room)
  await expect(page.getByText('12 critiques, 24 reviews to write, 2 submitted.')).toBeVisible()
  const after = await allocation(page)
  for (const { author, r } of begun) expect(after.get(author)).toContainEqual(r)
  expect(after.get(name)).toHaveLength(2)
  expect(loads(after)).toEqual(Array(12).fill(2))
  await page.goto(critiques)
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('2 days late, −30 %')
  await expect(page.getByText(/late, −/).filter({ visible: true })).toHaveCount(1)
}

/** Another takes the place of one who has begun and fails, and the number; what was begun is gone. */
export async function replace({ teacher, seat, students, path }: Room): Promise<void> {
  const { page } = teacher
  const failing = seat(FAILING)
  await page.goto(`${path}/reviews`)
  const before = await allocation(page)
  const theirs = ([, reviewers]: [string, Reviewers]) =>
    reviewers.some((r) => r.name === failing.name && r.state === 'begun')
  const [author = '', reviewers = []] = [...before].find(theirs) ?? []
  const number = reviewers.find((r) => r.name === failing.name)?.number
  const known = [author, ...reviewers.map((r) => r.name), seat(ONE).name, seat(OTHER).name]
  const to = students.find((s) => !known.includes(s.name))?.name ?? ''
  await page.getByRole('button', { name: `Change the reviewers of ${author}’s critique` }).click()
  await page.getByLabel('Another reviewer').selectOption({ label: to })
  await page.getByRole('button', { name: `Replace ${failing.name} by ${to}` }).click()
  await expect(page.getByText(`${to} reviews it instead of ${failing.name}.`)).toBeVisible()
  await page.getByRole('dialog').getByText('Close', { exact: true }).click()
  await expect
    .poll(async () => (await allocation(page)).get(author))
    .toContainEqual({ name: to, number, state: 'not begun, put there by hand' })
  const lost = failing.page.url()
  await failing.page.goto(`${path}/reviews`)
  await expect(failing.page.getByRole('listitem').filter({ hasText: 'Not begun' })).toHaveCount(1)
  expect((await failing.page.request.get(lost)).status()).toBe(404)
}

/** Each score is the mean of what its two reviewers gave, and nobody has much more to write than another. */
export async function checkScores({ teacher: { page }, students, place }: Room): Promise<void> {
  await expect(page.getByText('12 critiques, 24 reviews to write, 24 submitted.')).toBeVisible()
  const found = await allocation(page)
  expect(loads(found)).toEqual([1, ...Array(10).fill(2), 3])
  const rows = await cells(page.getByRole('region', { name: TABLE }))
  const shown = students.map((s) => rows.find(([who]) => who?.startsWith(s.name))?.[2])
  const means = students.map((s) => {
    const [a = 0, b = 0] = (found.get(s.name) ?? []).map((r) => given(place(r.name)).total)
    return ((a + b) / 2).toFixed(1)
  })
  expect(shown).toEqual(means)
}

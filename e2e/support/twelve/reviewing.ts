import type { Page } from '@playwright/test'
import { expect, expectNoOverflow, expectWellMade } from '../test'
import { allocation } from './allocating'
import { each, type Room, type Seat } from './room'
import { claimOf, claimsIn, FAILING, given, KEYS, PHONE, wordsOf } from './script'

/** Chooses the first three words of the claim by keyboard and remarks on them. */
async function remarkByKeys(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Remark on words of Claim' }).focus()
  await page.keyboard.press('Enter')
  for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Your remark' })).toBeFocused()
  await page.keyboard.type('Which interest?')
}

/** As a finger leaves it that has held and dragged: a word is selected, and what is offered for it is pressed. */
async function remarkByTouch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const text = document.querySelector('[data-words]')
    const node = text && document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode()
    if (!node) throw new Error('there are no words')
    node.parentElement?.scrollIntoView({ block: 'center' })
    document.getSelection()?.setBaseAndExtent(node, 0, node, 10)
  })
  await page.getByRole('button', { name: 'Remark on this' }).tap()
  await expect(page.getByRole('textbox', { name: 'Your remark' })).toBeFocused()
  await page.keyboard.type('Whose perception?')
}

/** Opens the next critique that is still to be reviewed; answers whose it is, which the page does not say. */
async function openNext({ page, reads }: Seat): Promise<number> {
  const left = page.getByRole('listitem').filter({ hasText: /Not begun|Begun/ })
  await left.first().getByRole('link').click()
  await page.waitForURL(/reviews\/[0-9a-f]{16}$/)
  const [author = -1] = claimsIn(await page.locator('[data-words]').first().innerText())
  reads.add(author)
  return author
}

/** Levels for every criterion, words on the whole, and off it goes. */
async function judge({ page }: Seat, me: number, author: number): Promise<void> {
  const { levels, total } = given(me)
  for (const [criterion, level] of Object.entries(levels))
    await page
      .getByRole('group', { name: new RegExp(criterion) })
      .getByRole('radio')
      .nth(4 - level)
      .check()
  await page.getByLabel('Comment on the whole').fill(wordsOf(me, author))
  await expect(page.getByText(`${total} of 80`)).toBeVisible()
  await page.getByRole('button', { name: 'Submit the review' }).click()
  await page.waitForURL(/\/reviews$/)
}

const list = async ({ page }: Seat, { path }: Room): Promise<void> => {
  await page.goto(`${path}/reviews`)
  await expect(page.getByRole('heading', { name: 'Critiques to review' })).toBeVisible()
}

/** One review by touch and one by keyboard, each with a remark on words; and one that is begun and goes no further. */
export async function beginReviews(room: Room): Promise<void> {
  const [phone, keys, failing] = [room.seat(PHONE), room.seat(KEYS), room.seat(FAILING)]
  await list(phone, room)
  const first = await openNext(phone)
  await remarkByTouch(phone.page)
  await expectNoOverflow(phone.page)
  await judge(phone, PHONE, first)
  await list(keys, room)
  const second = await openNext(keys)
  await remarkByKeys(keys.page)
  await judge(keys, KEYS, second)
  await list(failing, room)
  await openNext(failing)
  await failing.page.getByLabel('Comment on the whole').fill('I have no time for')
  await expect(failing.page.locator('[data-save=saved]').first()).toBeAttached()
}

/** Everybody writes what they have still to write. */
export async function writeReviews(room: Room): Promise<void> {
  await each(room.students, async (seat) => {
    await list(seat, room)
    const left = seat.page.getByRole('listitem').filter({ hasText: /Not begun|Begun/ })
    for (let n = await left.count(); n > 0; n--)
      await judge(seat, room.place(seat.name), await openNext(seat))
    await expect(left).toHaveCount(0)
  })
}

/** Nobody hears of a review before all do. */
export async function expectHeld({ seat, path }: Room): Promise<void> {
  const { page } = seat(PHONE)
  await page.goto(path)
  await page.getByRole('link', { name: 'Read it' }).tap()
  await expect(page.getByText('Reviews appear here when the instructor releases them')).toBeVisible()
}

export async function release(room: Room): Promise<void> {
  const { page } = room.teacher
  await page.getByRole('button', { name: 'Release 24 reviews' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, release' }).click()
  await expect(page.getByText('Reviews are released.')).toBeVisible()
  room.released = true
}

/** The author reads them by number, answers, and says how much each helped. */
export async function answer({ seat, place, teacher, path }: Room): Promise<void> {
  const { page, name } = seat(PHONE)
  const reviewers = (await allocation(teacher.page)).get(name) ?? []
  await page.goto(path)
  await page.getByRole('link', { name: 'Read the reviews' }).tap()
  for (const { name: by, number } of reviewers) {
    const one = page.getByRole('article').filter({ hasText: wordsOf(place(by), PHONE) })
    await expect(one.getByRole('heading')).toHaveText(`Reviewer ${number}`)
  }
  const totals = reviewers.sort((a, b) => a.number - b.number).map((r) => given(place(r.name)).total)
  await expect(page.getByRole('row', { name: `Total 80 ${totals.join(' ')}` })).toBeVisible()
  await page.getByLabel('What you take from the reviews, and what you do not').fill('I shall say which case.')
  await page.getByRole('button', { name: 'Send the response' }).tap()
  await expect(page.getByRole('button', { name: 'Edit the response' })).toBeVisible()
  for (const n of reviewers.keys()) {
    await page.getByRole('button', { name: 'Say how much it helped' }).first().tap()
    await page.getByRole('radio', { name: 'A good deal' }).tap()
    await page.getByRole('button', { name: 'Send', exact: true }).tap()
    await expect(page.getByText('You found it helpful: 4 of 5')).toHaveCount(n + 1)
  }
  await expectWellMade(page)
}

/** A reviewer finds the answer beside what they wrote, and still no name. */
export async function readAnswer(room: Room): Promise<void> {
  const [by] = (await allocation(room.teacher.page)).get(room.seat(PHONE).name) ?? []
  const { page } = room.seat(room.place(by?.name ?? ''))
  const response = page.getByText('I shall say which case.')
  for (let n = 1; n <= 3; n++) {
    await page.goto(`${room.path}/reviews`)
    await page.getByRole('link', { name: `Critique ${n}` }).click()
    await expect(page.getByText('The author has your review.')).toBeVisible()
    if ((await page.getByText(claimOf(PHONE)).count()) > 0) break
  }
  await expect(response).toBeVisible()
}

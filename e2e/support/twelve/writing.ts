import type { Locator, Page } from '@playwright/test'
import { expect, expectNoOverflow, expectWellMade } from '../test'
import { each, type Room, type Seat } from './room'
import { AGAIN, claimOf, EXTENDED, KEYS, LATE, PHONE } from './script'

const box = (page: Page, title: string): Locator => page.getByRole('textbox', { name: new RegExp(title) })
const start = (page: Page) => page.getByRole('button', { name: 'Start writing' })

/** On with the Tab key until that has the focus, as one goes who has no mouse. */
async function tabTo(page: Page, to: Locator): Promise<void> {
  await expect(to).toBeVisible()
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab')
    if (await to.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('sixty stops of the Tab key did not lead there')
}

async function write({ page }: Seat, room: string, claim: string, objection: string): Promise<void> {
  await page.goto(room)
  await start(page).click()
  await page.waitForURL(/\/write$/)
  await box(page, 'Claim').fill(claim)
  await box(page, 'Objection').fill(objection)
}

async function submit(page: Page, number = 1): Promise<void> {
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await expect(page.getByText(new RegExp(`submission ${number},`))).toBeVisible()
}

/** From the list of critiques to a submission, refused once because a field is empty. */
export async function writeByTouch({ seat, critiques }: Room): Promise<void> {
  const { page } = seat(PHONE)
  await page.goto(critiques)
  await page.getByRole('link', { name: 'Begin' }).tap()
  await start(page).tap()
  await page.waitForURL(/\/write$/)
  await box(page, 'Claim').tap()
  await page.keyboard.insertText(claimOf(PHONE))
  await page.getByRole('button', { name: 'Submit', exact: true }).tap()
  await expect(page.getByText('“Objection” is empty.')).toBeVisible()
  await expect(box(page, 'Objection')).toBeFocused()
  await page.keyboard.insertText('Interest explains as much.')
  await expectWellMade(page)
  await page.getByRole('button', { name: 'Submit', exact: true }).tap()
  await expect(page.getByText(/submission 1,/)).toBeVisible()
  await expectNoOverflow(page)
}

/** From the assignment's page to a submission, by Tab, Enter and letters. */
export async function writeByKeys({ seat, path }: Room): Promise<void> {
  const { page } = seat(KEYS)
  await page.goto(path)
  await tabTo(page, start(page))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/write$/)
  await tabTo(page, box(page, 'Claim'))
  await page.keyboard.type(claimOf(KEYS))
  await tabTo(page, box(page, 'Objection'))
  await page.keyboard.type('None that I found.')
  await tabTo(page, page.getByRole('button', { name: 'Submit', exact: true }))
  await expect(page.getByText('Complete, and within its limits.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/submission 1,/)).toBeVisible()
}

/** Everybody else, each in a window of their own, but for the two who come later. */
export async function writeInTime({ students, path, place }: Room): Promise<void> {
  const others = students.filter((_, i) => ![PHONE, KEYS, EXTENDED, LATE].includes(i))
  await each(others, async (seat) => {
    await write(seat, path, claimOf(place(seat.name)), 'There is one.')
    await submit(seat.page)
  })
}

export async function withdrawAndSubmitAgain({ seat, teacher, critiques }: Room): Promise<void> {
  const { page, name } = seat(AGAIN)
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('Withdrawn: it is a draft again, and you alone can read it.')).toBeVisible()
  await page.getByRole('link', { name: 'Continue writing' }).click()
  await box(page, 'Objection').fill('There is one, and it is old.')
  await submit(page, 2)
  await page.getByRole('link', { name: 'Compare versions' }).click()
  await expect(page.locator('ins')).toContainText('and it is old')
  await teacher.page.goto(critiques)
  await expect(teacher.page.getByText('10 of 12 students have submitted')).toBeVisible()
  await expect(teacher.page.getByRole('row').filter({ hasText: name })).toContainText('no. 2')
}

/** 24 hours after it was due for everybody, and with two days left to one. */
export async function writeWithinExtension({ seat, teacher, path }: Room): Promise<void> {
  const { page } = seat(EXTENDED)
  await write(seat(EXTENDED), path, claimOf(EXTENDED), 'Not one.')
  await expect(page.getByText(/extended for you/)).toBeVisible()
  await expect(page.getByText(/% of the mark|within the grace/)).toHaveCount(0)
  await submit(page)
  await expect(teacher.page.getByText('11 of 12 students have submitted')).toBeVisible()
  await expect(teacher.page.getByText(/late, −/)).toHaveCount(0)
}

export async function writeLate({ seat, path }: Room): Promise<void> {
  const { page } = seat(LATE)
  await write(seat(LATE), path, claimOf(LATE), 'I was late to it.')
  await expect(page.getByText('Handing in now is 2 days late and costs 30 % of the mark.')).toBeVisible()
  await submit(page)
  await expect(page.getByText('2 days late, −30 %')).toBeVisible()
}

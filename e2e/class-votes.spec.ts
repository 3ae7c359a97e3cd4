import { readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from '@playwright/test'
import { parse } from 'yaml'
import { supporters } from './support/count-by-hand'
import { inSeminar } from './support/database'
import { signedIn, siteURL } from './support/http'
import { COURSE, expect, expectNoOverflow, PEOPLE, test, watchForFaults } from './support/test'
import { type Ballot, expectCounts, expectMoves, type Named, rowsOf, type Voter } from './support/vote-pages'

/** With the mouse, by touch on a phone, by keyboard alone. */
type Hand = 'mouse' | 'touch' | 'keyboard'

const file = async (name: string) => parse(await readFile(`content/dprk/${name}.yaml`, 'utf8'))

/** The class as content/dprk has it: who votes how in which wave. */
async function castOfSeminar(): Promise<{ voters: Voter[]; explanations: Named[] }> {
  const [{ people }, { ballots }, { explanations }] = await Promise.all(
    ['people', 'ballots', 'explanations'].map(file),
  )
  const nameOf = (key: string): string => people.find((p: { key: string }) => p.key === key).name
  type Entry = { student: string; before: Ballot; after: Ballot }
  const voters = ballots.map(({ student, before, after }: Entry) => ({
    name: nameOf(student),
    before,
    after,
  }))
  return { voters, explanations }
}

/** What a claim or an observation is called in the picker, by its code. */
async function causesByCode(): Promise<(code: string) => string> {
  const claims = await inSeminar<{ code: string; text: string }>(
    `SELECT 'C' || lpad(c."number"::text, 2, '0') AS code, c."text" FROM "Claim" c
     JOIN "Debate" d ON d."id" = c."debateId" WHERE d."slug" = 'neoclassical-realism'`,
  )
  const evidence = await inSeminar<{ code: string; text: string }>(
    `SELECT e."code", e."code" || ': ' || e."observation" AS text FROM "Evidence" e JOIN "Course" c
     ON c."id" = e."courseId" WHERE c."slug" = 'north-korean-foreign-policy'`,
  )
  return (code) => [...claims, ...evidence].find((x) => x.code === code)?.text ?? code
}

/** A window for each hand; people use it one after another. */
async function openWindows(browser: Browser, faults: string[]) {
  const open = async (phone: boolean) => {
    const viewport = phone ? { width: 390, height: 844 } : { width: 1440, height: 900 }
    const context = await browser.newContext({
      baseURL: siteURL(),
      viewport,
      hasTouch: phone,
      isMobile: phone,
    })
    const page = await context.newPage()
    watchForFaults(page, faults)
    return page
  }
  return { mouse: await open(false), touch: await open(true), keyboard: await open(false) }
}

async function become(page: Page, name: string): Promise<void> {
  const { cookies } = await signedIn(name)
  await page.context().clearCookies()
  await page
    .context()
    .addCookies([...cookies].map(([cookie, value]) => ({ name: cookie, value, url: siteURL() })))
}

/** Tab until the focus is there, as somebody without a mouse does. */
async function tabTo(page: Page, there: Locator): Promise<void> {
  await expect(there).toBeVisible()
  for (let n = 0; n < 90; n++) {
    if (await there.evaluate((el) => el === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${there}`)
}

async function press(page: Page, hand: Hand, there: Locator, key = 'Enter'): Promise<void> {
  if (hand === 'mouse') return there.click()
  if (hand === 'touch') return there.tap()
  await tabTo(page, there)
  await page.keyboard.press(key)
}

async function write(page: Page, hand: Hand, field: Locator, words: string): Promise<void> {
  if (hand !== 'keyboard') return field.fill(words)
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(words)
}

type Booth = { poll: string; labels: Map<string, string>; cause: (code: string) => string }

/** One voter's ballot by the form; what comes back is their receipt. */
async function vote(page: Page, hand: Hand, { ranking, reason, moved = [] }: Ballot, booth: Booth) {
  await page.goto(booth.poll)
  const order = page.getByRole('list', { name: 'Your order, best first' }).getByRole('listitem')
  const option = (i: number) =>
    page.getByRole('button', { name: new RegExp(`^${booth.labels.get(ranking[i] ?? '')} ?: rank ${i + 1}$`) })
  // The page may not be alive yet at the first press.
  await expect(async () => {
    if ((await order.count()) === 0) await press(page, hand, option(0))
    await expect(order).toHaveCount(1, { timeout: 2000 })
  }).toPass()
  for (const i of ranking.keys()) if (i > 0) await press(page, hand, option(i))
  await expect(order).toHaveCount(ranking.length)
  if (moved.length > 0) await press(page, hand, page.getByText('What moved you'))
  for (const code of moved) {
    const search = page.getByLabel('Find a claim or evidence')
    await write(page, hand, search, booth.cause(code).slice(0, 40))
    await press(page, hand, page.getByRole('checkbox', { name: booth.cause(code) }), 'Space')
    await write(page, hand, search, '')
  }
  if (reason) await write(page, hand, page.getByLabel('What decided it (optional)'), reason)
  await press(page, hand, page.getByRole('button', { name: 'Cast my ballot' }))
  await expect(page.getByText('Your ballot is cast.')).toBeVisible()
  if (hand === 'touch') await expectNoOverflow(page)
  return (await page.locator('code').first().textContent()) ?? ''
}

test('the class votes twice, by mouse, touch and keyboard, and the pages show how it moved', async ({
  as,
  browser,
  faults,
}) => {
  test.setTimeout(300_000)
  const { voters, explanations } = await castOfSeminar()
  const labels = new Map(explanations.map((e) => [e.code, e.name]))
  const cause = await causesByCode()
  const question = `What fits the record best? ${Date.now().toString(36)}`
  const staff = await as(PEOPLE.instructor)
  const windows = await openWindows(browser, faults)
  const hands: Hand[] = voters.map((_, i) => (i === 3 || i === 8 ? 'keyboard' : i % 2 ? 'touch' : 'mouse'))

  const open = async (wave: string, again: boolean): Promise<string> => {
    await staff.goto(`${COURSE}/explain/polls/new`)
    if (again) await staff.getByLabel('Which question').selectOption({ label: `Again: ${question}` })
    else await staff.getByLabel('Question', { exact: true }).fill(question)
    await staff.getByLabel('Which vote on it (optional)').fill(wave)
    await staff.getByRole('button', { name: 'Open the vote' }).click()
    await staff.waitForURL((url) => url.pathname.includes('/polls/') && !url.pathname.endsWith('/new'))
    return new URL(staff.url()).pathname
  }
  const close = async () => {
    await staff.getByRole('button', { name: 'Close the poll' }).click()
    await staff.getByRole('dialog').getByRole('button', { name: 'Close the poll' }).click()
    await expect(staff.getByRole('heading', { name: 'Every way of counting' })).toBeVisible()
  }
  /** The three windows side by side; in each, one voter after the other. */
  const everybodyVotes = async (poll: string, wave: 'before' | 'after') => {
    const receipts = new Map<string, string>()
    const ofHand = (['mouse', 'touch', 'keyboard'] as const).map(async (hand) => {
      for (const voter of voters.filter((_, i) => hands[i] === hand)) {
        await become(windows[hand], voter.name)
        receipts.set(voter.name, await vote(windows[hand], hand, voter[wave], { poll, labels, cause }))
      }
    })
    await Promise.all(ofHand)
    expect(new Set(receipts.values()).size).toBe(voters.length)
    return receipts
  }

  const first = await open('before', false)
  await everybodyVotes(first, 'before')
  await expect(staff.getByText('has voted', { exact: true })).toHaveCount(voters.length)
  await close()
  await expect(staff.getByRole('heading', { level: 1 })).toHaveText('Neoclassical realism, narrowly')
  await expectCounts(
    staff,
    voters.map((v) => v.before.ranking),
    explanations,
  )

  const second = await open('after', true)
  const receipts = await everybodyVotes(second, 'after')

  // While it runs, staff see who, and nothing of how: neither on the page nor in what the server sends for it.
  await expect(staff.getByText('has voted', { exact: true })).toHaveCount(voters.length)
  for (const { name } of voters)
    await expect(staff.getByRole('listitem').filter({ hasText: name })).toContainText('has voted')
  const sent = await staff.request.get(second, { headers: { RSC: '1' } })
  const all = [await staff.content(), await (await staff.request.get(second)).text(), await sent.text()].join(
    '\n',
  )
  for (const { name, after } of voters) {
    expect(all).not.toContain(receipts.get(name))
    expect(all).not.toContain(after.reason?.slice(0, 30))
  }
  expect(all).not.toMatch(/\branking\\?"\s*:/)
  await close()

  await expect(staff.getByRole('heading', { level: 1 })).toHaveText('A tie: Regime survival and Bargaining')
  await expectCounts(
    staff,
    voters.map((v) => v.after.ranking),
    explanations,
  )
  await expectMoves(staff, voters, explanations)

  // What moved voters: named by three and more, with how many; the rest is not told.
  const named = voters.flatMap((v) => v.after.moved ?? [])
  const times = (code: string) => named.filter((c) => c === code).length
  const moved = staff.locator('section', { has: staff.getByRole('heading', { name: 'What moved voters' }) })
  await expect(moved.getByRole('listitem')).toHaveCount(new Set(named.filter((c) => times(c) >= 3)).size)
  for (const code of new Set(named)) {
    const item = moved.getByRole('listitem').filter({ hasText: cause(code) })
    if (times(code) >= 3) await expect(item).toContainText(`${times(code)} ballots`)
    else await expect(item).toHaveCount(0)
  }

  // The last to have voted on the phone finds their ballot by its receipt, and counts all of them again.
  const phone = windows.touch
  const mine = voters.filter((_, i) => hands[i] === 'touch').at(-1)
  await phone.goto(second)
  await phone.getByLabel('Your receipt').fill(receipts.get(mine?.name ?? '') ?? '')
  await phone.getByRole('button', { name: 'Find my ballot' }).tap()
  await expect(phone.locator('[data-found]')).toContainText(mine?.after.ranking.join(' > ') ?? 'nobody')
  await phone.getByRole('button', { name: 'Recount in this browser' }).tap()
  await expect(
    phone.getByText(/counted the 12 ballots of this list 8 ways\. Every result is the one/),
  ).toBeVisible()
  await expectNoOverflow(phone)

  // Of every two explanations, who stood above whom before and after.
  await staff.goto(`${COURSE}/explain/shift?to=${second.split('/').at(-1)}`)
  const figure = staff.getByRole('figure').filter({ hasText: 'largest changes' })
  const codeOf = (short: string) => explanations.find((e) => e.shortName === short)?.code ?? ''
  const rows = (await rowsOf(figure.locator('table'))).slice(1)
  expect(rows).toHaveLength(15)
  for (const [pair = '', ...cells] of rows) {
    const [a = '', b = ''] = pair.split(' over ').map(codeOf)
    const above = (wave: 'before' | 'after') =>
      supporters(
        voters.map((v) => v[wave].ranking),
        a,
        b,
      )
    expect(cells.slice(0, 3).map(Number), pair).toEqual([
      above('before'),
      above('after'),
      above('after') - above('before'),
    ])
  }
  for (const page of Object.values(windows)) await page.context().close()
})

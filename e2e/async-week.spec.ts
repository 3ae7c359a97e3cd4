import { type Browser, expect, type Page } from '@playwright/test'
import { inSeminar } from './support/database'
import { joinAsNew, joinLink, makeCourse, somebodyNew } from './support/people'
import { expectWellMade, PEOPLE, test } from './support/test'

const MOTION = 'This House believes that written debates are kinder.'

async function newStudent(browser: Browser, baseURL: string | undefined, link: string, name: string) {
  const page = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage()
  await joinAsNew(page, link, somebodyNew(name))
  return page
}

async function setUp(teacher: Page, course: string): Promise<string> {
  await teacher.goto(`${course}/debates/new`)
  await teacher.getByLabel('Motion').fill(MOTION)
  await teacher.getByLabel('Format').selectOption('Asynchronous week')
  await expect(teacher.getByText('7 phases, 7 days in all.')).toBeVisible()
  await teacher.getByRole('button', { name: 'Move phase 3, Rebuttals up' }).press('Enter')
  await expect(teacher.getByRole('button', { name: 'Move phase 2, Rebuttals up' })).toBeFocused()
  await teacher.getByRole('button', { name: 'Move phase 2, Rebuttals down' }).press('Enter')
  await teacher.getByRole('button', { name: 'Open the debate' }).click()
  await teacher.waitForURL((url) => url.pathname.endsWith('/written-debates-are-kinder'))
  return new URL(teacher.url()).pathname
}

/** Moves the written debate on, as its control does: the days between are not waited for. */
async function next(teacher: Page, debate: string, act: 'next' | 'end' = 'next') {
  const [row] = await inSeminar<{ id: string; revision: number }>(
    `SELECT d."id", s."revision" FROM "Debate" d JOIN "DebateSession" s ON s."debateId" = d."id"
     JOIN "Course" c ON c."id" = d."courseId" WHERE '/courses/' || c."slug" || '/debates/' || d."slug" = $1`,
    [debate],
  )
  const answer = await teacher.request.post(`/api/debates/${row?.id}/session`, {
    data: { revision: row?.revision, act },
    headers: { origin: new URL(teacher.url()).origin },
  })
  expect(answer.status()).toBe(200)
}

async function vote(page: Page, debate: string, option: string, moved?: string) {
  await page.goto(`${debate}/seat`)
  await page.getByRole('radio', { name: option, exact: true }).check()
  if (moved) {
    await page.getByText('What moved you').click()
    await page.getByRole('checkbox', { name: moved }).check()
    await page.getByLabel(/What changed your mind/).fill('It let me think before I answered.')
  }
  await page.getByRole('button', { name: 'Cast my ballot' }).click()
  await expect(page.getByText('Your ballot is cast.')).toBeVisible()
}

async function write(page: Page, debate: string, words: string) {
  await page.goto(`${debate}/seat`)
  await page.getByText('Write it down').click()
  await page.getByLabel('Your words').fill(words)
  await page.getByRole('button', { name: 'Put into the record' }).click()
}

// four people's browsers, one after the other and at once
test.setTimeout(120_000)

test('an asynchronous week, from set-up to printed record', async ({ as, browser, baseURL }) => {
  const teacher = await as(PEOPLE.instructor)
  const course = await makeCourse(teacher, `A week ${Date.now()}`)
  const link = await joinLink(teacher, course)
  const names = ['Haneul Briarcombe', 'Ottoline Fenwright', '김서연']
  const [pro, con, juror] = (await Promise.all(
    names.map((name) => newStudent(browser, baseURL, link, name)),
  )) as [Page, Page, Page]
  const debate = await setUp(teacher, course)

  await test.step('staff give places; every step has its date once it begins', async () => {
    await teacher.goto(`${debate}/edit`)
    await teacher.getByLabel('Part of Haneul Briarcombe').selectOption('Speaker')
    await teacher.getByLabel('Part of Ottoline Fenwright').selectOption('Speaker')
    await teacher.getByRole('button', { name: 'Save roles' }).click()
    await expect(teacher.getByText('Roles saved.')).toBeVisible()
    await expectWellMade(teacher)
    await teacher.goto(`${debate}/control`)
    await teacher.getByRole('button', { name: 'Start the session' }).click()
    await expect(teacher.getByRole('button', { name: 'Next: Openings' })).toBeVisible()
    await juror.goto(debate)
    await expect(juror.getByRole('listitem').filter({ hasText: 'Due now' })).toContainText(
      /First vote.*until/,
    )
  })

  await test.step('all vote; the speakers of a step write in it, and nobody else', async () => {
    await Promise.all([
      vote(pro, debate, 'Undecided'),
      vote(con, debate, 'Undecided'),
      vote(juror, debate, 'Undecided'),
    ])
    await next(teacher, debate)
    await write(pro, debate, 'Time to think is time to be fair.\n\n생각할 시간이 공정함이다.')
    await expect(pro.getByText('It is in the record.')).toBeVisible()
    await write(juror, debate, 'I have something to say.')
    await expect(juror.getByText('In “Openings”, P1, O1 write. Your words are still here.')).toBeVisible()
    await expect(juror.getByLabel('Your words')).toHaveValue('I have something to say.')
    await pro.goto(debate)
    await pro.getByRole('button', { name: 'Add for' }).click()
    await pro.getByLabel('Claim', { exact: true }).fill('Whoever writes can look up a source.')
    await pro.getByRole('button', { name: 'Add claim' }).click()
    await expect(pro.getByText('C01').first()).toBeVisible()
  })

  await test.step('the second vote names what moved it, and the result says who won', async () => {
    for (let i = 0; i < 5; i++) await next(teacher, debate)
    const claim = 'Whoever writes can look up a source.'
    await Promise.all([pro, con, juror].map((page) => vote(page, debate, 'For', claim)))
    await juror.goto(`${debate}/result`)
    await expect(juror.getByText('Nothing is shown before both votes are closed')).toBeVisible()
    await next(teacher, debate, 'end')
    await juror.goto(`${debate}/result`)
    await expect(juror.getByRole('heading', { level: 1 })).toHaveText('The Proposition won')
    await expect(juror.getByText('It gained 100 percentage points, from 0% to 100% of the 3')).toBeVisible()
    await expect(juror.getByRole('link', { name: claim })).toHaveAttribute('href', `${debate}#C01`)
    await expectWellMade(juror)
  })

  await test.step('the record has it all, and prints', async () => {
    await juror.goto(`${debate}/record`)
    const openings = juror.getByRole('region', { name: '2. Openings' })
    await expect(openings).toContainText('생각할 시간이 공정함이다.')
    await expect(openings).toContainText('C01')
    await expect(juror.getByText('For 3, Against 0, Undecided 0')).toBeVisible()
    await expectWellMade(juror)
    await juror.emulateMedia({ media: 'print' })
    await expect(juror.getByRole('button', { name: 'Print' })).toBeHidden()
    await expect(juror.getByRole('heading', { name: 'Record of the debate' })).toBeVisible()
    expect((await juror.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000)
  })

  await test.step('its argument goes out as Argdown and comes back as a debate', async () => {
    const file = await (await juror.request.get(`/api${debate}/argument.argdown`)).text()
    expect(file).toContain('+ [C01]: Whoever writes can look up a source')
    await teacher.goto(`${course}/debates`)
    await teacher.getByRole('button', { name: 'Import a map' }).click()
    await teacher.getByLabel('Or its text').fill(`${file}\n(1) A step.`)
    await teacher.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(teacher.getByText(/Line \d+: premises and conclusions/)).toBeVisible()
    await teacher.getByLabel('Or its text').fill(file)
    await teacher.getByRole('button', { name: 'Import', exact: true }).click()
    await teacher.waitForURL((url) => url.pathname.endsWith('/written-debates-are-kinder-2'))
    await expect(teacher.getByText('— Haneul Briarcombe')).toBeVisible()
  })
})

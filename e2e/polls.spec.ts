import { expect, type Page } from '@playwright/test'
import { joinAsNew, joinLink, makeCourse, somebodyNew } from './support/people'
import { expectAccessible, PEOPLE, test } from './support/test'

const OPTIONS = ['Deterrence', 'Regime survival', '병진 노선']

async function openVote(page: Page, course: string, question: string, asks: RegExp): Promise<string> {
  await page.goto(`${course}/explain/polls/new`)
  await page.getByLabel('Question', { exact: true }).fill(question)
  await page.getByRole('radio', { name: asks }).check()
  await page.getByLabel('One option a line').fill(OPTIONS.join('\n'))
  await page.getByRole('button', { name: 'Open the vote' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/new'))
  return new URL(page.url()).pathname
}

const points = (page: Page) =>
  page.getByRole('slider').evaluateAll((all) => all.map((s) => Number((s as HTMLInputElement).value)))

const FILE = `=A:[Memphis, TN]\n=B:[Nashville]\n=C:[Chattanooga]\n=D:[Knoxville]
42:A>B>C>D\n26:B>C>D>A\n15:C>D>B>A\n17:D>C>B>A\n`

test('credence by keyboard, scores, and a file that is counted, explained and checked', async ({
  as,
  browser,
  baseURL,
}) => {
  const teacher = await as(PEOPLE.instructor)
  const course = await makeCourse(teacher, 'Ways of voting')
  const link = await joinLink(teacher, course)
  const credence = await openVote(teacher, course, 'What explains it?', /share 100 points/)
  const score = await openVote(teacher, course, 'How well does each fit?', /score each option/)
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) })
  const student = await context.newPage()

  await test.step('a hundred points, whatever is pressed', async () => {
    await joinAsNew(student, link, somebodyNew('Minseo Alderbrook'))
    await student.goto(credence)
    await expect(student.getByRole('slider', { name: 'Deterrence' })).toHaveAttribute(
      'aria-valuetext',
      '34 of 100 points',
    )
    await student.getByRole('slider', { name: 'Deterrence' }).focus()
    for (const key of ['PageUp', 'PageUp', 'ArrowRight', 'ArrowUp', 'ArrowLeft'])
      await student.keyboard.press(key)
    expect(await points(student)).toEqual([55, 23, 22])
    await student.getByRole('button', { name: 'Hold Deterrence' }).press('Enter')
    await student.getByRole('slider', { name: '병진 노선' }).focus()
    await student.keyboard.press('End')
    expect(await points(student)).toEqual([55, 0, 45])
    await student.getByRole('textbox', { name: 'Points for Regime survival' }).fill('20')
    expect(await points(student)).toEqual([55, 20, 25])
    await expectAccessible(student)
    await student.getByRole('button', { name: 'Cast my ballot' }).press('Enter')
    await expect(student.getByText('Your ballot is cast.')).toBeVisible()
    await student.reload()
    expect(await points(student)).toEqual([55, 20, 25])
    await student.getByRole('button', { name: 'Share evenly' }).click()
    expect(await points(student)).toEqual([34, 33, 33])
  })

  await test.step('scores by radio buttons, changed once; the receipt stays', async () => {
    await student.goto(score)
    const group = (name: string) => student.getByRole('group', { name })
    await group('Deterrence').getByRole('radio', { name: '5' }).press('Space')
    await student.keyboard.press('ArrowLeft')
    await expect(group('Deterrence').getByRole('radio', { name: '4' })).toBeChecked()
    await group('Regime survival').getByText('2', { exact: true }).click()
    await student.getByRole('button', { name: 'Cast my ballot' }).click()
    const receipt = await student.locator('code').first().textContent()
    await group('병진 노선').getByText('5', { exact: true }).click()
    await student.getByRole('button', { name: 'Change my ballot' }).click()
    await expect(student.getByRole('button', { name: 'Change my ballot' })).toBeDisabled()
    await expect(student.locator('code').first()).toHaveText(receipt ?? '')
    await context.close()
  })

  await test.step('a file: its bad line is named, then it is counted', async () => {
    const choose = (name: string, text: string) =>
      teacher
        .getByLabel('File of ballots')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
    // chosen while the scripts are still on their way
    let letThrough = () => {}
    const held = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    await teacher.route('**/*.js', (route) => held.then(() => route.continue()))
    const opened = teacher.goto(`${course}/explain/polls/count`)
    await choose('tennessee.abif', `${FILE}3:A>B>A\n`)
    letThrough()
    await opened
    await expect(teacher.getByText('Line 9:')).toBeVisible()
    await teacher.unroute('**/*.js')
    await choose('tennessee.abif', FILE)
    await expect(teacher.getByText('100 ballots, 4 options')).toBeVisible()
    await teacher.getByLabel('Question').fill('Where shall the capital be?')
    await expectAccessible(teacher)
    await teacher.getByRole('button', { name: 'Count 100 ballots' }).click()
    await expect(teacher.getByRole('heading', { level: 1, name: /^Nashville/ })).toBeVisible()
    await expect(teacher.getByText('100 ballots from tennessee.abif')).toBeVisible()
  })

  await test.step('why, side by side, and checked twice in the browser', async () => {
    await expect(teacher.getByText(/instant-runoff names/)).toBeVisible()
    await teacher.getByText('Instant-runoff: Knoxville').click()
    await expect(teacher.getByText(/has the fewest first choices, 15, and goes out/)).toBeVisible()
    await teacher.getByRole('button', { name: 'Check them in this browser' }).click()
    await expect(teacher.getByText('All 8 certificates hold.')).toBeVisible()
    await teacher.getByRole('button', { name: 'Recount in this browser' }).click()
    await expect(teacher.getByText(/counted the 100 ballots of this list 8 ways/)).toBeVisible()
    await expectAccessible(teacher)
    const download = teacher.waitForEvent('download')
    await teacher.getByRole('link', { name: 'Download the ballots as BLT' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.blt$/)
  })
})

import { COURSE, expect, expectWellMade, PEOPLE, test } from './support/test'

const LINES = [
  'The first thing to explain is the timing.',
  'The second is the tone.',
  'Archives would settle it.',
  'Interviews would settle it.',
  'One reading is missing.',
  'The motion was well put.',
]

test('statements are voted on by key and by thumb, and the close says honestly that there are no groups', async ({
  as,
}) => {
  const staff = await as(PEOPLE.instructor)
  await staff.goto(`${COURSE}/explain`)
  await staff.getByRole('link', { name: 'Open a survey' }).click()
  await staff.getByRole('button', { name: 'Open the survey' }).click()
  await expect(staff.getByText('Write what it is about.')).toBeVisible()
  await staff.getByLabel('What it is about').fill('After the last session')
  await staff.getByLabel('Statements to begin with, one a line').fill(LINES.join('\n'))
  await staff.getByRole('button', { name: 'Open the survey' }).click()
  await expect(staff.getByRole('heading', { level: 1 })).toHaveText('After the last session')
  const address = new URL(staff.url()).pathname

  const student = await as(PEOPLE.student)
  await student.goto(address)
  const card = student.locator('[data-statement]')
  await expect(card).toBeVisible()
  const first = await card.textContent()
  await student.getByRole('region', { name: 'Vote on the statements' }).focus()
  await student.keyboard.press('a')
  await expect(student.getByText('1 of 6')).toBeVisible()
  await expect(card).not.toHaveText(first ?? '')
  await student.keyboard.press('u')
  await expect(card).toHaveText(first ?? '')
  for (const [i, key] of ['d', 'p', 'a', 'ArrowLeft', 'ArrowDown', 'ArrowRight'].entries()) {
    await student.keyboard.press(key)
    await expect(student.getByText(`${i + 1} of 6`)).toBeVisible()
  }
  await expect(student.getByText('You have voted on every statement.')).toBeVisible()
  await student.reload()
  const own = student.getByRole('group', { name: first ?? '' })
  await expect(own.getByRole('button', { name: 'Disagree' })).toHaveAttribute('aria-pressed', 'true')
  await own.getByRole('button', { name: 'Agree', exact: true }).click()
  await expect(own.getByRole('button', { name: 'Agree', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )

  const phone = await as(PEOPLE.other, { width: 390 })
  await phone.goto(address)
  await phone.getByRole('button', { name: 'Agree', exact: true }).tap()
  await expect(phone.getByText('1 of 6')).toBeVisible()
  await phone.getByLabel('A statement of your own').fill('We should meet again.')
  await phone.getByRole('button', { name: 'Add the statement' }).tap()
  await expect(phone.getByText('1 of 7')).toBeVisible()
  await expectWellMade(phone)

  // The others hear of it without a reload, and of nobody's name.
  await expect(student.locator('[data-statement]')).toHaveText('We should meet again.')
  await expect(staff.getByText('2 people have voted')).toBeVisible()
  await staff.getByText('The statements').click()
  await staff.getByRole('button', { name: `Take out: ${LINES[4]}` }).click()
  await staff.getByLabel('Why').fill('Two things in one.')
  await staff.getByRole('button', { name: 'Take it out' }).click()
  await expect(phone.getByText('Statement 5: Two things in one.')).toBeVisible()
  await staff.getByRole('button', { name: 'Close the survey' }).click()
  await staff.getByRole('dialog').getByRole('button', { name: 'Close the survey' }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Too few votes to look for groups')
})

test('the seminar shows its groups, and what moved between two votes, in plots that are tables too', async ({
  as,
}) => {
  const page = await as(PEOPLE.student)
  await page.goto(`${COURSE}/explain/opinions/what-moves-pyongyang`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two groups of opinion')
  await expect(page.getByText('6 people, you among them')).toBeVisible()
  await expect(page.getByRole('img', { name: /You stand in Group [AB]/ })).toBeVisible()
  await page.goto(`${COURSE}/explain`)
  await page.getByRole('link', { name: 'What moved between two votes' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What moved')
  const questions = page.getByRole('navigation', { name: 'Questions' })
  await questions.getByText('Which explanation fits best?', { exact: true }).click()
  const flow = page.getByRole('figure', { name: 'First choices before and after' })
  await expect(flow.getByRole('img', { name: /Stayed: 3 with Neoclassical realism/ })).toBeVisible()
  await flow.getByText('Show as table').click()
  await expect(flow.getByRole('row', { name: /^All/ })).toContainText('12')
  const download = page.waitForEvent('download')
  await flow.getByRole('link', { name: /Download CSV/ }).click()
  expect((await download).suggestedFilename()).toBe('before-to-after-first-choices.csv')
  await page.getByRole('link', { name: 'The motion' }).click()
  await expect(page.getByText('First choices of the 12 who voted both times').first()).toBeVisible()
})

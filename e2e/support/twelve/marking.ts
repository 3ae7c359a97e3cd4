import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectWellMade } from '../test'
import { cells } from './allocating'
import { each, type Room } from './room'
import { GRADES, LATE, MARKS, PHONE } from './script'

/** By the rubric, on a phone; each form says at once what it comes to. */
export async function grade({ assistant: { page }, seat, path }: Room): Promise<void> {
  await page.goto(path)
  await page.getByRole('link', { name: 'Grade' }).tap()
  for (const [i, levels] of GRADES.entries()) {
    const form = page.getByRole('listitem').filter({ hasText: seat(i).name })
    const fold = form.getByRole('button', { name: new RegExp(`^${seat(i).name}`) })
    await fold.tap()
    for (const [at, criterion] of ['Grounds', 'Wording'].entries()) {
      const group = form.getByRole('group', { name: new RegExp(criterion) })
      await group.getByText(String(levels[at]), { exact: true }).tap()
    }
    await form.getByRole('button', { name: 'Save the grade' }).tap()
    await expect(form.getByText(`${MARKS[i]} of 50${i === LATE ? ', 2 days late' : ''}`)).toBeVisible()
    await fold.tap()
  }
  await expectWellMade(page)
}

export async function expectNoMark({ seat, cls }: Room): Promise<void> {
  const { page } = seat(LATE)
  await page.goto(`/courses/${cls.slug}/grades`)
  await expect(page.getByText('No marks yet')).toBeVisible()
}

/** All at once; each student has their own mark and no other. */
export async function releaseMarks({
  assistant: { page },
  students,
  seat,
  place,
  cls,
  path,
}: Room): Promise<void> {
  await page.getByRole('button', { name: 'Release marks' }).tap()
  await page.getByRole('button', { name: 'Yes, release' }).tap()
  await expect(page.getByText(/^[\d.]+ of 50.*released$/)).toHaveCount(12)
  await each(students, async ({ page: own, name }) => {
    await own.goto(`/courses/${cls.slug}/grades`)
    await expect(own.getByText(`${MARKS[place(name)]} of 50`)).toBeVisible()
    await expect(own.getByText(/of 50/)).toHaveCount(1)
  })
  const { page: late } = seat(LATE)
  await expect(late.getByText('34.38 points from the rubric, less 30 % for 2 days late.')).toBeVisible()
  const { page: phone } = seat(PHONE)
  await expectWellMade(phone)
  await phone.goto(path)
  await phone.getByRole('link', { name: 'Read the reviews' }).tap()
  await expect(phone.getByText('Your mark: 50 of 50')).toBeVisible()
}

async function download(page: Page, link: string): Promise<string[][]> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ])
  const text = (await readFile(await file.path(), 'utf8')).replace('\uFEFF', '').trimEnd()
  return text.split('\r\n').map((line) => line.split(','))
}

/** The gradebook shows what the students were told, and so do its files for other systems. */
export async function checkGradebook({ teacher: { page }, students, cls }: Room): Promise<void> {
  await page.goto(`/courses/${cls.slug}/grades`)
  const shown = await cells(page.getByRole('region', { name: 'Gradebook' }))
  expect(shown).toEqual(students.map((s, i) => [s.name, MARKS[i]]))
  const canvas = await download(page, 'Download for Canvas (CSV)')
  expect(canvas.slice(2)).toEqual(students.map((s, i) => [s.name, '', '', s.email, '', MARKS[i]]))
  const moodle = await download(page, 'Download for Moodle (CSV)')
  expect(moodle.slice(1)).toEqual(students.map((s, i) => [s.name, s.email, MARKS[i]]))
}

import { createHmac } from 'node:crypto'
import { type Browser, expect, type Page } from '@playwright/test'
import { oneOf } from './database'
import { Client, siteURL } from './http'
import { login, PEOPLE } from './test'

export type NewPerson = { name: string; email: string; password: string }

let made = 0
/** Somebody who has no account yet; no two are alike. */
export const somebodyNew = (name: string): NewPerson => ({
  name,
  email: `new-${Date.now()}-${++made}@colloquy.example`,
  password: 'four plain words here',
})

/** Makes a course by the form and returns the address of its home. */
export async function makeCourse(page: Page, title: string): Promise<string> {
  await page.goto('/courses/new')
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Make the course' }).click()
  await page.waitForURL((url) => /^\/courses\/(?!new$)[^/]+$/.test(url.pathname))
  return new URL(page.url()).pathname
}

/** The join link of a course, as its instructor copies it. */
export async function joinLink(page: Page, course: string): Promise<string> {
  await page.goto(`${course}/people`)
  return page.getByRole('textbox', { name: 'Join link' }).inputValue()
}

/** Makes an account by a join link and is in the course. */
export async function joinAsNew(page: Page, link: string, person: NewPerson): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Join the course' }).click()
  await page.waitForURL(/\/courses\/[^/]+$/)
  await expect(page.getByRole('main')).toBeVisible()
}

/** A second course of the instructor's, and a student who is in that one alone. */
export async function anotherCourse(browser: Browser): Promise<{ slug: string; client: Client }> {
  const [teaching, joining] = [
    await browser.newContext({ baseURL: siteURL() }),
    await browser.newContext({ baseURL: siteURL() }),
  ]
  try {
    const teacher = await teaching.newPage()
    await login(teacher, PEOPLE.instructor)
    const course = await makeCourse(teacher, `Another course ${Date.now()}`)
    const link = await joinLink(teacher, course)
    await joinAsNew(await joining.newPage(), link, somebodyNew('Rosalind Fairweather'))
    const client = new Client()
    for (const { name, value } of await joining.cookies()) client.cookies.set(name, value)
    return { slug: course.replace('/courses/', ''), client }
  } finally {
    await teaching.close()
    await joining.close()
  }
}

/** What the mails of a person's course carry to be stopped by (lib/notifications/unsubscribe.ts). */
export async function mailToken(name: string): Promise<string> {
  const id = await oneOf(
    `SELECT m."id" FROM "Membership" m JOIN "User" u ON u."id" = m."userId" WHERE u."name" = $1`,
    [name],
  )
  const { NEXTAUTH_SECRET = '' } = process.env
  return `${id}.${createHmac('sha256', NEXTAUTH_SECRET).update(`unsubscribe:${id}`).digest('base64url')}`
}

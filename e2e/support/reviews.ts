import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Browser, BrowserContext } from '@playwright/test'
import { type Client, signedIn, siteURL } from './http'
import type { ReviewClass } from './review-class'

const SCRIPT = ['--conditions=react-server', '--import', 'tsx', 'e2e/support/review-class.ts']

async function run<T>(...args: string[]): Promise<T> {
  const { TEST_DATABASE_URL: DATABASE_URL } = process.env
  const { stdout } = await promisify(execFile)(process.execPath, [...SCRIPT, ...args], {
    env: { ...process.env, DATABASE_URL, LOG_LEVEL: 'silent', NEXTAUTH_URL: siteURL() },
    maxBuffer: 10 * 1024 * 1024,
  })
  return JSON.parse(stdout.slice(stdout.indexOf('{')))
}

/** A class of its own in which critiques are submitted, or reviewed too (review-class.ts). */
export const reviewClass = (until: 'submitted' | 'reviewed') => run<ReviewClass>(until)
export const releaseIn = (assignmentId: string) => run<{ released: number }>('release', assignmentId)

/** A browser of somebody of that class. */
export async function contextFor(browser: Browser, name: string, width = 1440): Promise<BrowserContext> {
  const client: Client = await signedIn(name)
  const context = await browser.newContext({
    baseURL: siteURL(),
    viewport: { width, height: 900 },
  })
  const url = siteURL()
  await context.addCookies([...client.cookies].map(([cookie, value]) => ({ name: cookie, value, url })))
  return context
}

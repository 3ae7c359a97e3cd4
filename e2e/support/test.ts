import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test'

/** The ready-made seminar and some of its people, as content/dprk names them. */
export const COURSE = '/courses/north-korean-foreign-policy'
export const PEOPLE = {
  instructor: 'Nadia Fernhollow',
  assistant: 'Kofi Larkspur',
  student: 'Leilani Stonecrop',
  other: 'Elena Marshwick',
  third: 'Kwame Bellweather',
  observer: 'Orsolya Wrenfield',
  owner: 'Tendai Foxmere',
} as const

/** Signs in by the demo's one click, in a browser of that person's own. */
export async function login(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

type Options = { theme?: 'light' | 'dark'; width?: number; baseURL?: string }
type As = (name: string, options?: Options) => Promise<Page>

/** What no page may do: throw, log an error, or break its content-security policy. */
export function watchForFaults(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && /Content Security Policy|hydrat|Minified React/i.test(text))
      faults.push(`${page.url()}: ${text}`)
  })
}

/** What is pressed before React has taken a page over is not heard; no person is as quick as a test. */
async function untilAlive(page: Page): Promise<void> {
  const alive = () =>
    [...document.querySelectorAll('main, form, button, input, textarea, select')].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__reactProps')),
    )
  await page.waitForFunction(alive, undefined, { timeout: 5000 }).catch(() => undefined)
}

function waitingForLife(page: Page): Page {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)]
  page.goto = async (url, options) => {
    const response = await goto(url, options)
    await untilAlive(page)
    return response
  }
  page.reload = async (options) => {
    const response = await reload(options)
    await untilAlive(page)
    return response
  }
  return page
}

async function newContext(
  browser: Browser,
  { theme, width = 1440, baseURL }: Options,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width, height: width < 600 ? 844 : 900 },
    hasTouch: width < 600,
    isMobile: width < 600,
    colorScheme: theme ?? 'light',
  })
  return context
}

/** `as(name)` opens a browser as that person; afterwards no page of the test may have been at fault. */
export const test = base.extend<{ as: As; faults: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs off this pattern
  faults: async ({}, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults).toEqual([])
  },
  as: async ({ browser, faults, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (name, options = {}) => {
      const context = await newContext(browser, { ...(baseURL ? { baseURL } : {}), ...options })
      contexts.push(context)
      const page = waitingForLife(await context.newPage())
      watchForFaults(page, faults)
      await login(page, name)
      return page
    })
    for (const context of contexts) await context.close()
  },
})

// No page has frames, which is all that axe's other mode is for, and only violations are asked about: together these make it
// three times as fast, on the largest part of the suite.
const axeOf = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })

/** No accessibility violation by axe on the page as it stands (WCAG 2.2 AA and best practices). */
export const expectAccessible = (page: Page): Promise<void> => expectNothing(page, axeOf(page))

/** From now on a colour of this page is either the one or the other, and never on its way. */
export const withoutTransitions = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('*, ::before, ::after { transition: none !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })

/** Words stand out from what is behind them, as the page is coloured now. */
export const expectContrast = (page: Page): Promise<void> =>
  expect(() => expectNothing(page, axeOf(page).withRules(['color-contrast']))).toPass({ timeout: 8000 })

async function expectNothing(page: Page, axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze()
  const found = violations.map(
    (v) =>
      `${v.id}: ${v.help} — ${v.nodes
        .map((n) => n.target.join(' '))
        .slice(0, 3)
        .join('; ')}`,
  )
  expect(found, page.url()).toEqual([])
}

/** The page does not scroll sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over, `${page.url()} is wider than its window`).toBeLessThanOrEqual(0)
}

/** Whatever a page is about: it can be read by everybody, fits, has one heading, one main part, a title and a strict policy. */
export async function expectWellMade(page: Page): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page).toHaveTitle(/\S/)
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await expectNoOverflow(page)
  await expectAccessible(page)
}

/** The reader follows the course's events: what others write will show. */
export const untilLive = (page: Page): Promise<void> =>
  expect(page.locator('[data-stream=open]'))
    .toBeAttached()
    .then(() => undefined)

export { expect }

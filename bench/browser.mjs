// What a person waits for, in a real browser: first paint, and how soon a note that one posts is painted for another.

import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'

export const launch = (executablePath) =>
  chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  })

async function signedIn(browser, base, token) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: 'next-auth.session-token', value: token, url: base, httpOnly: true }])
  return context.newPage()
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
const p99 = (list) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * 0.99))]

/** First contentful paint in milliseconds (median of `runs`), and the scripts' bytes in gzip on a first visit. */
export async function firstVisit(browser, base, path, token, runs = 7) {
  const paints = []
  let scriptBytes = 0
  for (let i = 0; i < runs; i++) {
    const page = await signedIn(browser, base, token)
    const bodies = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        bodies.push(response.body().catch(() => Buffer.alloc(0)))
    })
    await page.goto(base + path, { waitUntil: 'load' })
    await page.waitForTimeout(400)
    paints.push(
      await page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      ),
    )
    scriptBytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
    await page.context().close()
  }
  return { paint: median(paints), scriptBytes }
}

/** Milliseconds from the request of one member to the paint in another's browser. */
export async function postToPaint(browser, app, fx, times = 40) {
  const page = await signedIn(browser, app.base, fx.people[0].token)
  await page.goto(app.base + fx.path)
  await page.waitForSelector('[data-stream=open]', { state: 'attached' })
  await page.waitForTimeout(800)
  const took = []
  for (let i = 0; i < times; i++) {
    const id = crypto.randomUUID()
    const painted = page.evaluate(
      (note) =>
        new Promise((done) => {
          const seen = () =>
            document.querySelector(`[data-note="${note}"]`)
              ? requestAnimationFrame(() => done(performance.timeOrigin + performance.now()))
              : null
          new MutationObserver((_, observer) => {
            if (document.querySelector(`[data-note="${note}"]`)) observer.disconnect()
            seen()
          }).observe(document.body, { childList: true, subtree: true })
        }),
      id,
    )
    await page.waitForTimeout(60)
    const began = performance.timeOrigin + performance.now()
    const response = await fetch(`${app.base}/api/notes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: fx.people[1].cookie },
      body: JSON.stringify({
        id,
        sectionId: fx.section,
        body: `Timed ${i}`,
        anchor: { start: 0, end: 20, exact: fx.text.slice(0, 20) },
      }),
    })
    if (!response.ok) throw new Error(`a note was refused: ${response.status} ${await response.text()}`)
    took.push((await painted) - began)
  }
  await page.context().close()
  return { median: median(took), p99: p99(took), times }
}

/** Cards stand in the margin and their words are coloured. */
const isPlaced = () =>
  document.querySelectorAll('aside [data-card]').length > 3 && (CSS.highlights?.get('note')?.size ?? 0) > 0

/**
 * A section with very many notes: medians over `runs` of the first paint and of when its notes are placed, in
 * milliseconds from the request, and the longest task that began after the page's load.
 */
export async function manyNotes(browser, base, path, people, runs = 5) {
  const paints = []
  const placed = []
  const tasks = []
  for (const { token } of people.slice(0, runs)) {
    const page = await signedIn(browser, base, token)
    await page.addInitScript(() => {
      window.longTasks = []
      new PerformanceObserver((list) => {
        for (const task of list.getEntries()) window.longTasks.push(task)
      }).observe({ type: 'longtask', buffered: true })
    })
    await page.goto(base + path)
    await page.waitForFunction(isPlaced)
    placed.push(await page.evaluate(() => performance.now()))
    await page.waitForTimeout(1500)
    const { paint, longest } = await page.evaluate(() => {
      const { loadEventEnd } = performance.getEntriesByType('navigation')[0]
      const after = window.longTasks.filter((task) => task.startTime >= loadEventEnd)
      return {
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
        longest: Math.max(0, ...after.map((task) => task.duration)),
      }
    })
    paints.push(paint)
    tasks.push(longest)
    await page.context().close()
  }
  return { paint: median(paints), placed: median(placed), longest: Math.max(...tasks) }
}

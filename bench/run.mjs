// The measurements, in the order in which they are printed. Every server is ended however the run ends.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../scripts/lib/embedded-postgres.mjs'
import { migrate } from '../scripts/lib/migrate.mjs'
import { firstVisit, launch, manyNotes, postToPaint } from './browser.mjs'
import { cpuMs } from './cpu.mjs'
import { crowd } from './crowd.mjs'
import { fixture } from './fixture.mjs'
import { runLoad, startApp, startFloor } from './processes.mjs'
import { session } from './session.mjs'

const say = (text = '') => console.log(text)

/** A figure with so many decimals, or a dash where it could not be measured. */
const n = (value, digits = 0) =>
  value === null || Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })

/**
 * @param {{ seconds: number, distDir: string, chromium: string | undefined, signal: AbortSignal }} options `seconds` of each
 *   measured load, after two of warming up
 */
export async function runBench({ seconds, distDir, chromium, signal }) {
  const dir = mkdtempSync(join(tmpdir(), 'colloquy-bench-'))
  const secret = randomBytes(24).toString('hex')
  const database = await startPostgres({ dir: join(dir, 'postgres'), signal })
  const stops = []
  try {
    await migrate(database.url, { signal })
    const postmaster = Number(readFileSync(join(dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    const app = await startApp({ databaseUrl: database.url, secret, distDir })
    stops.push(app.stop)
    const floor = await startFloor({ databaseUrl: database.url })
    stops.push(floor.stop)
    const fx = await fixture({ databaseUrl: database.url, secret })
    const run = { fx, app, floor, postmaster, seconds, chromium, secret, databaseUrl: database.url }
    for (const measure of [views, inBrowser, crowded, posts, classOf300, sessionOf300]) {
      signal.throwIfAborted()
      await measure(run)
    }
  } finally {
    for (const stop of stops) stop()
    await database.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Processor time of the server and of the database is taken over the measured part alone. */
async function measured({ postmaster, seconds }, server, job) {
  await runLoad({ ...job, seconds: 2 })
  const before = { server: cpuMs(server.pid), database: cpuMs(postmaster) }
  const result = await runLoad({ ...job, seconds })
  const per = (after, was) => (after === null ? null : (after - was) / result.turns)
  return {
    ...result,
    cpu: per(cpuMs(server.pid), before.server),
    databaseCpu: per(cpuMs(postmaster), before.database),
  }
}

function row(name, r) {
  const cpu = r.cpu === null ? '' : `  CPU ${n(r.cpu, 2)} ms app + ${n(r.databaseCpu, 2)} ms database`
  const failed = r.failed ? `  ${r.failed} FAILED` : ''
  const times = `median ${n(r.median, 1)} ms  p99 ${n(r.p99, 1)} ms`
  say(
    `  ${name.padEnd(8)}${n(r.perSecond).padStart(7)}/s  ${times}${cpu}  ${n(r.bytes / 1024, 1)} KiB${failed}`,
  )
}

async function compare(run, { connections, kind, appTargets, floorTargets, aim }) {
  const floor = await measured(run, run.floor, { kind, connections, targets: floorTargets })
  const app = await measured(run, run.app, { kind, connections, targets: appTargets })
  row('floor', floor)
  row('app', app)
  say(`  ratio   ${n(app.perSecond / floor.perSecond, 2)} of the floor (aim: at least ${aim})\n`)
}

async function views(run) {
  const { fx, app, floor, seconds } = run
  say(`\nA section with 200 notes, signed in, 32 connections, page and notes together, ${seconds} s`)
  const notes = `/api/courses/${fx.slug}/sections/${fx.section}/notes`
  await compare(run, {
    kind: 'view',
    connections: 32,
    aim: 0.33,
    appTargets: fx.people.map(({ cookie }) =>
      [fx.path, notes].map((path) => ({ url: app.base + path, headers: { cookie } })),
    ),
    floorTargets: fx.people.map(({ session }) => [
      { url: `${floor.base}/${fx.section}`, headers: { 'x-session': session } },
    ]),
  })
}

async function posts(run) {
  const { app, floor, seconds, databaseUrl, secret } = run
  say(`Notes posted by 800 members, 16 connections, ${seconds} s`)
  const fx = await fixture({ databaseUrl, secret, members: 800, notes: 200 })
  const anchor = { start: 0, end: 20, exact: fx.text.slice(0, 20) }
  const body = 'A note of the bench'
  await compare(run, {
    kind: 'post',
    connections: 16,
    aim: 0.2,
    appTargets: fx.people.map(({ cookie }) => [
      { url: `${app.base}/api/notes`, headers: { cookie }, body: { sectionId: fx.section, body, anchor } },
    ]),
    floorTargets: fx.people.map(({ session }) => [
      { url: `${floor.base}/${fx.section}`, headers: { 'x-session': session }, body: { body, ...anchor } },
    ]),
  })
}

async function inBrowser({ fx, app, chromium }) {
  const browser = await launch(chromium)
  try {
    const { paint, scriptBytes } = await firstVisit(browser, app.base, fx.path, fx.people[0].token)
    say(`First contentful paint of the reader, 200 notes: ${n(paint)} ms (aim: at most 300)`)
    say(`JavaScript of the reader on a first visit, gzip: ${n(scriptBytes / 1000)} kB (aim: at most 195)`)
    const { median, p99, times } = await postToPaint(browser, app, fx)
    const figures = `median ${n(median)} ms, p99 ${n(p99)} ms`
    say(`Note posted to painted in another browser, ${times} times: ${figures} (aim: 30 and 100)\n`)
  } finally {
    await browser.close()
  }
}

async function crowded({ app, databaseUrl, secret, chromium }) {
  const fx = await fixture({ databaseUrl, secret, members: 40, notes: 2000 })
  const browser = await launch(chromium)
  try {
    const { paint, placed, longest } = await manyNotes(browser, app.base, fx.path, fx.people)
    const task = longest ? `longest task after load ${n(longest)} ms` : 'no task over 50 ms after load'
    say('A section with 2,000 notes (aim: painted and placed within 1,000 ms, no task over 50 ms after load)')
    say(`  first paint ${n(paint)} ms, notes placed ${n(placed)} ms, ${task}\n`)
  } finally {
    await browser.close()
  }
}

async function classOf300({ app, databaseUrl, secret }) {
  const fx = await fixture({ databaseUrl, secret, members: 300, notes: 50 })
  const before = cpuMs(app.pid)
  const r = await crowd({ base: app.base, fx, people: fx.people })
  const cpu = before === null ? '' : `; CPU of the app ${n(cpuMs(app.pid) - before)} ms in all`
  say('300 members in one section, 10 notes posted, until everybody has each (aim: p95 at most 300 ms)')
  say(`  median ${n(r.median)} ms, p95 ${n(r.p95)} ms, worst ${n(r.worst)} ms; ${r.missed} missed${cpu}`)
}

async function sessionOf300({ app, databaseUrl, secret }) {
  const fx = await fixture({ databaseUrl, secret, members: 300, notes: 0 })
  const r = await session({ base: app.base, fx, databaseUrl })
  say(
    `300 members at a live session, ${r.moves} changes of phase, votes opened and closed among them (aim: p95 at most 300 ms)`,
  )
  say(`  median ${n(r.median)} ms, p95 ${n(r.p95)} ms, worst ${n(r.worst)} ms; ${r.missed} missed`)
}

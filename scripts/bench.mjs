// `npm run bench`: the app's production build against the bare floor, by the same client, in the same run.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstVisit, launch, postToPaint } from '../bench/browser.mjs'
import { cpuMs } from '../bench/cpu.mjs'
import { crowd } from '../bench/crowd.mjs'
import { fixture } from '../bench/fixture.mjs'
import { runLoad, startApp, startFloor } from '../bench/processes.mjs'
import { startPostgres } from './lib/embedded-postgres.mjs'
import { migrate } from './lib/migrate.mjs'

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8)
const secret = randomBytes(24).toString('hex')
const dir = mkdtempSync(join(tmpdir(), 'colloquy-bench-'))
const say = (text = '') => console.log(text)
const n = (value, digits = 0) =>
  value === null || Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })

if (!existsSync('.next/BUILD_ID')) {
  console.error('There is no production build. Run `npm run build` first.')
  process.exit(1)
}
process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE ??= [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(existsSync)

const database = await startPostgres({ dir: join(dir, 'postgres') })
const postmaster = Number(readFileSync(join(dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
const stops = []
try {
  await migrate(database.url)
  const fx = await fixture({ databaseUrl: database.url, secret })
  const app = await startApp({ databaseUrl: database.url, secret })
  const floor = await startFloor({ databaseUrl: database.url })
  stops.push(app.stop, floor.stop)
  await views(fx, app, floor)
  await browserFigures(fx, app)
  await posts(fx, app, floor)
  await classOf300(app)
} finally {
  for (const stop of stops) stop()
  await database.stop()
  rmSync(dir, { recursive: true, force: true })
}

/** Warms up, then measures: processor time of the server and of the database is taken over the measured part alone. */
async function measured(server, job) {
  await runLoad({ ...job, seconds: 2 })
  const before = { server: cpuMs(server.pid), database: cpuMs(postmaster) }
  const result = await runLoad({ ...job, seconds: SECONDS })
  const per = (after, was) => (after === null ? null : (after - was) / result.turns)
  return {
    ...result,
    cpu: per(cpuMs(server.pid), before.server),
    databaseCpu: per(cpuMs(postmaster), before.database),
  }
}

function row(name, r) {
  const cpu = r.cpu === null ? '' : `  CPU ${n(r.cpu, 2)} ms app + ${n(r.databaseCpu, 2)} ms database`
  say(
    `  ${name.padEnd(8)}${n(r.perSecond).padStart(7)}/s  median ${n(r.median, 1)} ms  p99 ${n(r.p99, 1)} ms${cpu}  ${n(r.bytes / 1024, 1)} KiB${r.failed ? `  ${r.failed} FAILED` : ''}`,
  )
}

async function views(fx, app, floor) {
  say(`A section with 200 notes, signed in, 32 connections, page and notes together, ${SECONDS} s`)
  const appTargets = fx.people.map(({ cookie }) =>
    [fx.path, `/api/courses/${fx.slug}/sections/${fx.section}/notes`].map((path) => ({
      url: app.base + path,
      headers: { cookie },
    })),
  )
  const floorTargets = fx.people.map(({ session }) => [
    { url: `${floor.base}/${fx.section}`, headers: { 'x-session': session } },
  ])
  const f = await measured(floor, { kind: 'view', connections: 32, targets: floorTargets })
  const a = await measured(app, { kind: 'view', connections: 32, targets: appTargets })
  row('floor', f)
  row('app', a)
  say(`  ratio   ${n(a.perSecond / f.perSecond, 2)} of the floor (aim: at least 0.33)\n`)
}

async function posts(fx, app, floor) {
  say(`Notes posted, 16 connections, ${SECONDS} s`)
  const note = { body: 'A note of the bench', anchor: { start: 0, end: 20, exact: fx.text.slice(0, 20) } }
  const people = fx.people.slice(0, 16)
  const appTargets = people.map(({ cookie }) => [
    { url: `${app.base}/api/notes`, headers: { cookie }, body: { sectionId: fx.section, ...note } },
  ])
  const floorTargets = people.map(({ session }) => [
    {
      url: `${floor.base}/${fx.section}`,
      headers: { 'x-session': session },
      body: { ...note, ...note.anchor },
    },
  ])
  const f = await measured(floor, { kind: 'post', connections: 16, targets: floorTargets })
  const a = await measured(app, { kind: 'post', connections: 16, targets: appTargets })
  row('floor', f)
  row('app', a)
  say(`  ratio   ${n(a.perSecond / f.perSecond, 2)} of the floor (aim: at least 0.20)\n`)
}

async function browserFigures(fx, app) {
  const browser = await launch()
  try {
    const { paint, scriptBytes } = await firstVisit(browser, app.base, fx.path, fx.people[0].token)
    say(`First contentful paint of the reader, 200 notes: ${n(paint)} ms (aim: at most 300)`)
    say(`JavaScript of the reader on a first visit, gzip: ${n(scriptBytes / 1000)} kB (aim: at most 195)`)
    const live = await postToPaint(browser, app, fx)
    say(
      `Note posted to painted in another browser, ${live.times} times: median ${n(live.median)} ms, p99 ${n(live.p99)} ms (aim: 30 and 100)\n`,
    )
  } finally {
    await browser.close()
  }
}

async function classOf300(app) {
  const fx = await fixture({ databaseUrl: database.url, secret, members: 300, notes: 50 })
  const before = cpuMs(app.pid)
  const r = await crowd({ base: app.base, fx, people: fx.people })
  const cpu = before === null ? '' : `, app CPU ${n(cpuMs(app.pid) - before)} ms in all`
  say(
    `300 members in one section, 10 notes: all have it after ${n(r.median)} ms (median), ${n(r.p95)} ms (p95), ${n(r.worst)} ms (worst); ${r.missed} missed${cpu} (aim: p95 at most 300)`,
  )
}

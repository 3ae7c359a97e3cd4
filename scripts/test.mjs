// `npm test`: every test, from a clean clone, against databases of its own. Closes with "N passed, N failed".
// `--unit` runs vitest alone; `--e2e [words]` the browser tests alone, or those whose titles match.
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './lib/node-version.mjs'

requireNode()
const { main } = await import('./lib/interrupt.mjs')
const { ensureClient, ensureInstalled } = await import('./lib/install.mjs')
const { ensureBuilt } = await import('./lib/build.mjs')
const { ensureChromium } = await import('./lib/chromium.mjs')
const { explain } = await import('./lib/plain.mjs')
const { say, stopwatch } = await import('./lib/progress.mjs')
const { Failed, runNode } = await import('./lib/run.mjs')
const { playwrightTotals, vitestTotals } = await import('./lib/test-results.mjs')
const { sweepTestFolders } = await import('./lib/sweep.mjs')

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const DIST_DIR = '.test/.next'
// Beside the build, never in DATA_DIR: that belongs to `npm start`.
const WORK_DIR = 'node_modules/.colloquy-test'
/** A test that never ends must not hold up everything. */
const LIMIT_MS = 20 * 60_000
const args = process.argv.slice(2)
const only = args.find((arg) => arg === '--unit' || arg === '--e2e')

/** Runs a test runner with its output on ours; that tests fail is told by its report. */
async function runTests(what, runnerArgs, options) {
  try {
    await runNode(what, runnerArgs, { ...options, output: 'inherit', limitMs: LIMIT_MS })
  } catch (error) {
    if (!(error instanceof Failed)) throw error
  }
}

async function unitTests(signal) {
  say('\nUnit and database tests')
  const report = join(WORK_DIR, 'vitest.json')
  const runner = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
  await runTests('vitest', [...runner, `--outputFile.json=${report}`], { signal })
  return vitestTotals(report)
}

async function browserTests(signal) {
  say('\nBrowser tests')
  const chromium = await ensureChromium(signal)
  await ensureBuilt({ dataDir: WORK_DIR, signal, distDir: DIST_DIR })
  const { startServices } = await import('./lib/test-services.mjs')
  const services = await startServices(DIST_DIR, signal)
  const report = join(WORK_DIR, 'playwright.json')
  try {
    await runPlaywright(report, { ...services.env, PLAYWRIGHT_CHROMIUM_EXECUTABLE: chromium }, signal)
    const totals = playwrightTotals(report)
    if (totals.failed) keepLogs(services.dir)
    return totals
  } finally {
    await services.stop()
  }
}

async function runPlaywright(report, found, signal) {
  const words = args.slice(args.indexOf('--e2e') + 1).filter((arg) => only === '--e2e' && arg !== '--e2e')
  const runner = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json']
  const env = { ...process.env, ...found, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  await runTests('Playwright', [...runner, ...(words.length ? ['--grep', words.join(' ')] : [])], {
    signal,
    env,
  })
}

function keepLogs(dir) {
  mkdirSync('test-results', { recursive: true })
  for (const name of readdirSync(dir))
    if (name.endsWith('.log')) cpSync(join(dir, name), join('test-results', name))
  say('\nThe logs of the app and the database are in test-results/.')
}

/** A part that could not be run is told and counts as one failure; the other part still runs. */
async function attempt(part, signal) {
  try {
    return await part(signal)
  } catch (error) {
    if (signal.aborted) throw error
    console.error(`\n${explain(error)}`)
    return { passed: 0, failed: 1 }
  }
}

main(async (signal) => {
  const took = stopwatch()
  await ensureInstalled({ dataDir: '.data', signal })
  mkdirSync(WORK_DIR, { recursive: true })
  await ensureClient({ dataDir: WORK_DIR, signal })
  sweepTestFolders()
  const parts = [...(only === '--e2e' ? [] : [unitTests]), ...(only === '--unit' ? [] : [browserTests])]
  const totals = []
  for (const part of parts) totals.push(await attempt(part, signal))
  const sum = (key) => totals.reduce((n, t) => n + (t[key] ?? 0), 0)
  say(`\nAll of it took ${took()}.`)
  if (sum('flaky'))
    say(`${sum('flaky')} passed only at the second try (listed above as flaky): each is a bug to mend.`)
  say(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') > 0 || sum('passed') === 0 ? 1 : 0
})

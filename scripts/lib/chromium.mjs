import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isDiskFull, Plain } from './plain.mjs'
import { step } from './progress.mjs'
import { Failed, runNode } from './run.mjs'

const SYSTEM = [
  ...[
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ],
  ...['/snap/bin/chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const starts = (path) => spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0

/** Path of a Chromium that is there: the one asked for, Playwright's own, the system's; else null. */
async function findChromium() {
  const asked = process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE
  if (asked && !existsSync(asked))
    throw new Plain(`PLAYWRIGHT_CHROMIUM_EXECUTABLE names ${asked}, which is not there.`)
  if (asked) return asked
  const { chromium } = await import('@playwright/test')
  return [chromium.executablePath(), ...SYSTEM].find((path) => existsSync(path) && starts(path)) ?? null
}

async function byPlaywright(signal) {
  await step('Installing Chromium by Playwright', () =>
    runNode('playwright install', ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
      signal,
    }),
  ).catch((error) => {
    if (!(error instanceof Failed) || isDiskFull(error)) throw error
  })
}

/** Debian and its kin, as root. Through node, so that it ends with us like every other child. */
async function byApt(signal) {
  const script = `
    const { spawnSync } = require('node:child_process')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const run = (...args) => spawnSync('apt-get', args, { env, stdio: 'inherit' }).status
    run('update', '-q')
    process.exit(run('install', '-y', '-q', '--no-install-recommends', 'chromium') ?? 1)`
  await step('Installing Chromium by apt-get', () => runNode('apt-get', ['-e', script], { signal })).catch(
    (error) => {
      if (!(error instanceof Failed) || isDiskFull(error)) throw error
    },
  )
}

/** The path of a Chromium for the browser tests, installed where none is found. */
export async function ensureChromium(signal) {
  const installers = [
    byPlaywright,
    ...(process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') ? [byApt] : []),
  ]
  for (const install of installers) {
    const found = await findChromium()
    if (found) return found
    await install(signal)
  }
  const found = await findChromium()
  if (found) return found
  throw new Plain(
    'The browser tests need a Chromium and none could be installed. Install one and name it: PLAYWRIGHT_CHROMIUM_EXECUTABLE=/path/to/chromium npm test',
  )
}

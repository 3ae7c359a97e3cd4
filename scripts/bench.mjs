// `npm run bench`: the app's production build against the bare floor, by the same client, in the same run.
import { fileURLToPath } from 'node:url'
import { requireNode } from './lib/node-version.mjs'

requireNode()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const { main } = await import('./lib/interrupt.mjs')
const { ensureClient, ensureInstalled } = await import('./lib/install.mjs')
const { ensureBuilt } = await import('./lib/build.mjs')
const { ensureChromium } = await import('./lib/chromium.mjs')

const DIST_DIR = '.test/.next'
const WORK_DIR = 'node_modules/.colloquy-test'

async function bench(signal) {
  await ensureInstalled({ dataDir: WORK_DIR, signal })
  await ensureClient({ dataDir: WORK_DIR, signal })
  await ensureBuilt({ dataDir: WORK_DIR, signal, distDir: DIST_DIR })
  const chromium = await ensureChromium(signal)
  const { runBench } = await import('../bench/run.mjs')
  const seconds = Number(process.env.BENCH_SECONDS ?? 8)
  await runBench({ seconds, distDir: DIST_DIR, chromium, signal })
}

main(bench)

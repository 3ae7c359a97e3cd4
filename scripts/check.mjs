// `npm run check`: the inner loop. Format and lint, types, layers, dead code, and the tests of the pure rules.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { requireNode } from './lib/node-version.mjs'

requireNode()
const { NEXT } = await import('./lib/build.mjs')
const { ensureClient, ensureInstalled } = await import('./lib/install.mjs')
const { main } = await import('./lib/interrupt.mjs')
const { say, stopwatch } = await import('./lib/progress.mjs')
const { Failed, runNode } = await import('./lib/run.mjs')

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const WORK_DIR = 'node_modules/.colloquy-check'
const CRUISED = ['app', 'components', 'lib', 'content', 'proxy.ts', 'instrumentation.ts']
/** Under a TypeScript that it does not know, dependency-cruiser sees no modules and is content. */
const FEWEST_MODULES = 100
const LIMIT_MS = 10 * 60_000

/** A check that is one tool, judged by its exit code. */
const tool = (name, ...args) => ({
  name,
  run: (signal) => runNode(name, args, { signal, limitMs: LIMIT_MS }),
})

const types = {
  name: 'types',
  run: async (signal) => {
    // The types of routes and of imported pictures and style sheets, which no clone has.
    await runNode('next typegen', [NEXT, 'typegen'], { signal, limitMs: LIMIT_MS })
    await runNode('tsc', ['node_modules/typescript/bin/tsc', '--noEmit'], { signal, limitMs: LIMIT_MS })
  },
}

const layers = {
  name: 'layers',
  run: async (signal) => {
    const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'
    const output = await runNode('dependency-cruiser', [cruiser, ...CRUISED], { signal, limitMs: LIMIT_MS })
    const seen = Number(/([\d,.]+) modules/.exec(output)?.[1].replace(/\D/g, '') ?? 0)
    if (seen <= FEWEST_MODULES)
      throw new Failed('dependency-cruiser', {
        code: 0,
        output: `It saw ${seen} modules: it is not looking.`,
      })
  },
}

const CHECKS = [
  types,
  layers,
  tool('tests of the rules', 'node_modules/vitest/vitest.mjs', 'run', '--project', 'rules', '--reporter=dot'),
  tool('format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '.'),
  tool('dead code', 'node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'),
]

async function perform({ name, run }, signal) {
  const took = stopwatch()
  try {
    await run(signal)
    say(`  ok      ${name}, ${took()}`)
    return true
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    const end = error.signal ? `\n(ended by ${error.signal})` : ''
    say(`  FAILED  ${name}, ${took()}\n\n${error.output.trim()}${end}\n`)
    return false
  }
}

/** Takes checks off one list, so that two cores stay busy and no more is started than they carry. */
async function worker(queue, signal) {
  let ok = true
  for (let check = queue.shift(); check; check = queue.shift()) ok = (await perform(check, signal)) && ok
  return ok
}

main(async (signal) => {
  const took = stopwatch()
  await ensureInstalled({ dataDir: '.data', signal })
  mkdirSync(WORK_DIR, { recursive: true })
  await ensureClient({ dataDir: WORK_DIR, signal })
  const queue = [...CHECKS]
  const results = await Promise.all([worker(queue, signal), worker(queue, signal)])
  const ok = results.every(Boolean)
  say(ok ? `All checks hold (${took()}).` : `Some checks failed (${took()}).`)
  return ok ? 0 : 1
})

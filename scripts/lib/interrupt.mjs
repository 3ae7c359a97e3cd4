import { commandOf, isAlive, parentOf } from './process-table.mjs'

const PARENT_CHECK_MS = 1000

/** The reason of an abort that a person or the system asked for: nothing went wrong. */
export class Interrupted extends Error {}

/**
 * A signal that aborts on Ctrl-C, SIGTERM and a closed terminal, and when npm, having started us, is gone.
 * Repeated signals (npm passes on what the terminal sends too) change nothing.
 */
export function untilInterrupted() {
  const control = new AbortController()
  const stop = () => control.abort(new Interrupted())
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop)
  if (process.env.npm_lifecycle_event) watchNpm(stop)
  return control.signal
}

/** npm starts us through a shell, which would outlive a killed npm. */
function watchNpm(stop) {
  const parent = process.ppid
  const npm = /^\S*sh -c /.test(commandOf(parent) ?? '') ? parentOf(parent) : parent
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(npm)) stop()
  }, PARENT_CHECK_MS).unref()
}

/** Resolves when the signal aborts. */
export const aborted = (signal) =>
  new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })

/** Runs a command's main function; ends the process with 0, or with 1 after one explanation. */
export async function main(work) {
  const signal = untilInterrupted()
  try {
    process.exitCode = (await work(signal)) ?? 0
  } catch (error) {
    if (!(error instanceof Interrupted) && !signal.aborted) {
      const { explain } = await import('./plain.mjs')
      console.error(`\n${explain(error)}`)
      process.exitCode = 1
    }
  }
  process.exit()
}

import { explain } from './plain.mjs'
import { commandOf, isAlive, parentOf } from './process-table.mjs'
import { say } from './progress.mjs'

const PARENT_CHECK_MS = 1000

/**
 * A signal that aborts on Ctrl-C, SIGTERM and a closed terminal, and when npm, having started us, is gone.
 * Repeated signals (npm passes on what the terminal sends too) change nothing.
 */
export function untilInterrupted() {
  const control = new AbortController()
  const stop = () => {
    if (!control.signal.aborted) say('\nStopping …')
    control.abort()
  }
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

/**
 * Runs a command's main function and ends the process: with what it answers (0), with 1 after one explanation, or with
 * `whenStopped` after an interruption.
 */
export async function main(work, { whenStopped = 130 } = {}) {
  const signal = untilInterrupted()
  // A terminal that was closed takes no more words; that must not keep us from ending what runs.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  try {
    process.exitCode = (await work(signal)) ?? 0
  } catch (error) {
    if (!signal.aborted) {
      console.error(`\n${explain(error)}`)
      process.exitCode = 1
    }
  }
  if (signal.aborted) say('Stopped.')
  process.exit(signal.aborted ? whenStopped : process.exitCode)
}

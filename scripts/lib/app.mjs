import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { NEXT } from './build.mjs'
import { lastLines, Plain } from './plain.mjs'
import { startNode } from './run.mjs'

const PATIENCE_MS = 90_000
const LOG_LIMIT = 20_000_000

/**
 * Rendering makes much that lives for one request. With four times Node's space for what is young, a third as many
 * collections: some 6 % less processor time for some 90 MB (docs/decisions/0006).
 */
export const SERVER_FLAGS = ['--max-semi-space-size=64']

/** Appends, and begins anew once the log has grown large: nobody else tends a log on a laptop. */
function openLog(file) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return openSync(file, size > LOG_LIMIT ? 'w' : 'a')
}

/**
 * Starts one process of the app. Its output goes to `logFile`, or without one to our own.
 * @param {{ port: number, host: string, env: NodeJS.ProcessEnv, dev?: boolean, logFile?: string }} options
 */
export function startApp({ port, host, env, dev = false, logFile }) {
  const output = logFile ? openLog(logFile) : 'inherit'
  const command = dev ? [NEXT, 'dev'] : [...SERVER_FLAGS, NEXT, 'start']
  const args = [...command, '--port', String(port), '--hostname', host]
  const running = startNode(args, {
    env: { ...env, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' },
    output,
  })
  if (logFile) closeSync(output)
  const app = { ...running, logFile, ended: null }
  running.exited.then((how) => {
    app.ended = how
  })
  return app
}

async function health(url) {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5000) })
    await answer.body?.cancel()
    return answer.status
  } catch {
    return null
  }
}

const tailOf = (file) =>
  file ? `\n${lastLines(readFileSync(file, 'utf8').slice(-5000))}\n    (${file})` : ''

/** Waits until the app answers that it is well; throws with the end of its log where it does not come to that. */
export async function untilHealthy(app, url, signal) {
  for (const since = performance.now(); ; await sleep(100)) {
    signal?.throwIfAborted()
    const status = await health(url)
    if (status === 200) return
    const tooLong = performance.now() - since > PATIENCE_MS
    if (!app.ended && !tooLong) continue
    const how = app.ended ? 'stopped while starting' : `does not answer (${status ?? 'no connection'})`
    throw Object.assign(new Plain(`The app ${how}.${tailOf(app.logFile)}`), { output: tailOf(app.logFile) })
  }
}

// Child processes. Each gets a group of its own, so that Ctrl-C reaches only the script, which then ends its children
// in the right order and with everything that they started.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const GUARD = fileURLToPath(new URL('die-with-parent.mjs', import.meta.url))
const KEPT_OUTPUT = 2_000_000

export class Failed extends Error {
  constructor(what, { code, signal, output }) {
    super(`${what} ended with ${signal ?? code}`)
    Object.assign(this, { code, signal, output })
  }
}

export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch {
    // gone already
  }
}

/**
 * Starts `node ...args` in a group of its own; unless `outlives`, it ends when this process does, however it does.
 * @returns {{ child: import('node:child_process').ChildProcess, exited: Promise<{ code: number | null, signal: string | null }>, end: (grace?: number) => Promise<void> }}
 */
export function startNode(args, { env = process.env, output = 'pipe', outlives = false } = {}) {
  const child = spawn(process.execPath, outlives ? args : ['--import', GUARD, ...args], {
    env: { ...env, NO_COLOR: '1', COLLOQUY_PARENT: String(process.pid) },
    stdio: ['ignore', output, output, 'ipc'],
    detached: true,
  })
  return supervised(child)
}

function supervised(child) {
  const exited = new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code, signal) => done({ code, signal }))
  })
  return { child, exited, end: (grace) => endGroup(child, exited, grace) }
}

async function endGroup(child, exited, grace = 8000) {
  if (child.pid === undefined) return
  if (child.exitCode === null && child.signalCode === null) {
    signalGroup(child.pid, 'SIGTERM')
    await Promise.race([exited.catch(() => {}), sleep(grace, undefined, { ref: false })])
  }
  signalGroup(child.pid, 'SIGKILL') // whatever is left of the group
  await exited.catch(() => {})
}

/**
 * Runs `node ...args` to its end and answers its output (both streams together). Throws `Failed` when it fails.
 * `signal` ends it; with `finish` it is waited for instead, and the abort is thrown afterwards: for work that must not
 * be left half-way. `limitMs` fails it when it takes longer: a test that never ends must not hold everything up.
 * `grace` is the time in milliseconds between asking it to end and making it.
 * @param {string} what for people: "The build"
 * @param {string[]} args
 * @param {{ signal?: AbortSignal, logFile?: string, finish?: boolean, limitMs?: number, grace?: number,
 *   env?: NodeJS.ProcessEnv, output?: 'pipe' | 'inherit' }} [options]
 * @returns {Promise<string>}
 */
export async function runNode(
  what,
  args,
  { signal, logFile, finish = false, limitMs, grace, ...options } = {},
) {
  signal?.throwIfAborted()
  const running = startNode(args, { ...options, outlives: finish })
  const collected = collect(running.child)
  const stop = () => running.end(grace)
  if (!finish) signal?.addEventListener('abort', stop, { once: true })
  const late = limitMs && setTimeout(stop, limitMs)
  const how = await running.exited
  clearTimeout(late)
  signal?.removeEventListener('abort', stop)
  await running.end()
  const output = await collected
  keep(logFile, output)
  signal?.throwIfAborted()
  if (how.code !== 0) throw new Failed(what, { ...how, output })
  return output
}

function collect({ stdout, stderr }) {
  let text = ''
  const streams = [stdout, stderr].filter(Boolean)
  for (const stream of streams)
    stream.setEncoding('utf8').on('data', (chunk) => {
      text = (text + chunk).slice(-KEPT_OUTPUT)
    })
  return Promise.all(streams.map((stream) => new Promise((done) => stream.on('close', done)))).then(
    () => text,
  )
}

function keep(logFile, output) {
  if (!logFile) return
  try {
    writeFileSync(logFile, output)
  } catch {
    // A full disk must not hide what went wrong.
  }
}

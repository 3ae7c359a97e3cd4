import 'server-only'
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ErrorCode } from '@/lib/errors'
import type { ImportedReading } from '../import/types'
import type { Message, Order } from './messages'

const MB = 1024 * 1024
export const BOUNDS = { rss: 512 * MB, heapMb: 384, milliseconds: 60_000 }

export type Outcome =
  | { kind: 'read'; reading: ImportedReading }
  | { kind: 'refused'; code: ErrorCode; message: string; cause?: string }
  | { kind: 'stopped' }

export type Running = { outcome: Promise<Outcome>; stop: () => void; pid: number | undefined }

const TOO_LONG: Outcome = {
  kind: 'refused',
  code: 'IMPORT_TIMEOUT',
  message: `The file was still being read after ${BOUNDS.milliseconds / 1000} seconds and was stopped. Split it into parts, or save it anew and try again.`,
}
const TOO_MUCH: Outcome = {
  kind: 'refused',
  code: 'IMPORT_TOO_LARGE',
  message: `Reading the file takes more than ${BOUNDS.rss / MB} MB of memory and was stopped. Split it into parts, or save it with smaller pictures.`,
}
const crashed = (how: string, stderr: string): Outcome =>
  /heap out of memory|allocation failed/i.test(stderr)
    ? TOO_MUCH
    : {
        kind: 'refused',
        code: 'IMPORT_BROKEN',
        message:
          'Reading the file failed on our side. Save it anew, or as another kind of file, and try again.',
        cause: `the reading process ended with ${how}: ${stderr.slice(-2000)}`,
      }

/** Nothing of ours is in its environment: no address of the database, no secret. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TEMP, SystemRoot } = process.env
  const given = Object.entries({ PATH, HOME, TMPDIR, TEMP, SystemRoot }).filter(([, value]) => value)
  return { ...Object.fromEntries(given), NODE_ENV: 'production' }
}

/**
 * tsx reads our sources as they are, so the same file runs under `next dev` and `next start`; it is a dependency, and
 * the sources are there (the image keeps them). The working folder is the project's (scripts/start.mjs).
 */
function start(): ChildProcess {
  const root = process.cwd()
  return fork(join(/* turbopackIgnore: true */ root, 'lib/readings/import-jobs/child.ts'), [], {
    cwd: root,
    env: bareEnvironment(),
    execArgv: [`--max-old-space-size=${BOUNDS.heapMb}`, '--import', 'tsx'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** How much memory the process holds: asked of the kernel, for a busy parser does not answer. */
function rssOf(pid: number | undefined): number {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    return Number(pages) * 4096
  } catch {
    return 0 // no Linux: the process says it itself
  }
}

/** Reads a file in a process of its own, which is killed at the bounds; `stop` kills it at once. */
export function readInChild(order: Order, onProgress: (done: number, total: number) => void): Running {
  const child = start()
  let settle: (outcome: Outcome) => void = () => {}
  const outcome = new Promise<Outcome>((done) => {
    settle = done
  })
  const end = (how: Outcome) => {
    settle(how)
    child.kill('SIGKILL')
  }
  const tooMuch = (rss: number) => {
    if (rss > BOUNDS.rss) end(TOO_MUCH)
  }
  const clock = setTimeout(() => end(TOO_LONG), BOUNDS.milliseconds)
  const scale = setInterval(() => tooMuch(rssOf(child.pid)), 200)
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-20_000)
  })
  child.on('message', (message: Message) => {
    if (message.kind === 'ready') child.send(order, () => {})
    else if (message.kind === 'alive') tooMuch(message.rss)
    else if (message.kind === 'progress') onProgress(message.done, message.total)
    else settle(message)
  })
  child.on('error', (error) => end(crashed('an error', String(error))))
  child.on('close', (code, signal) => settle(crashed(String(signal ?? code), stderr)))
  void outcome.finally(() => {
    clearTimeout(clock)
    clearInterval(scale)
  })
  return { outcome, stop: () => end({ kind: 'stopped' }), pid: child.pid }
}

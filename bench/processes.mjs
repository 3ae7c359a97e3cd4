import { fork, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SERVER_FLAGS } from '../scripts/lib/app.mjs'
import { NEXT } from '../scripts/lib/build.mjs'

export const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

/** The production build on a port of its own. */
export async function startApp({ databaseUrl, secret, distDir = '.next' }) {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const child = spawn(
    process.execPath,
    [...SERVER_FLAGS, NEXT, 'start', '-p', String(port), '-H', '127.0.0.1'],
    {
      env: {
        ...process.env,
        ...(distDir === '.next' ? {} : { NEXT_DIST_DIR: distDir }),
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        NEXTAUTH_SECRET: secret,
        NEXTAUTH_URL: base,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  for (let i = 0; ; i++) {
    const healthy = await fetch(`${base}/api/health`).then(
      (r) => r.ok,
      () => false,
    )
    if (healthy) return { base, pid: child.pid, stop: () => child.kill('SIGTERM') }
    if (i > 200 || child.exitCode !== null) throw new Error('The app did not start.')
    await sleep(50)
  }
}

export async function startFloor({ databaseUrl }) {
  const port = await freePort()
  const child = fork('bench/floor.mjs', {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) },
  })
  await new Promise((done) => child.once('message', done))
  return {
    base: `http://127.0.0.1:${port}`,
    pid: child.pid,
    stop: () => child.connected && child.disconnect(),
  }
}

/** Runs one load in a process of its own. */
export async function runLoad(job) {
  const child = fork('bench/load.mjs')
  const result = await new Promise((done, fail) => {
    child.once('message', done)
    child.once('exit', (code) => code && fail(new Error('The load stopped.')))
    child.send(job)
  })
  child.disconnect()
  return result
}

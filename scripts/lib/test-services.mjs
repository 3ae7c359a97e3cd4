// What the browser tests run against: a throw-away server with two databases (the seminar; an empty one), two processes
// of the app on the first, one on the second, and an OpenID provider. Nothing of it is `npm start`'s.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startApp, untilHealthy } from './app.mjs'
import { loadSeminar } from './database.mjs'
import { ensureDatabase, startPostgres } from './embedded-postgres.mjs'
import { migrate } from './migrate.mjs'
import { Plain } from './plain.mjs'
import { freePort } from './port.mjs'
import { step } from './progress.mjs'
import { startNode } from './run.mjs'

const HOST = '127.0.0.1'
const addressOf = (port) => `http://${HOST}:${port}`

function distinctPorts(count) {
  return Promise.all(Array.from({ length: count }, freePort))
}

function appEnvironment(databaseUrl, port, extra) {
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: 'a secret for tests alone',
    NEXTAUTH_URL: addressOf(port),
    LOG_LEVEL: 'warn',
    ...extra,
  }
}

/** A stack of things to end, last first. */
function ending() {
  const ends = []
  return {
    add: (end) => ends.push(end),
    all: async () => {
      for (const end of ends.splice(0).reverse()) await end()
    },
  }
}

async function databases(dir, signal) {
  const server = await startPostgres({ dir: join(dir, 'postgres'), name: 'seminar', fsync: false, signal })
  const empty = new URL(server.url)
  empty.pathname = '/empty'
  try {
    await ensureDatabase(server.url, 'empty')
    for (const url of [server.url, empty.href]) await migrate(url, { signal })
  } catch (error) {
    await server.stop()
    throw error
  }
  return { server, seminarUrl: server.url, emptyUrl: empty.href }
}

const CLIENT = { OIDC_CLIENT_ID: 'colloquy', OIDC_CLIENT_SECRET: 'a-secret-of-thirty-two-characters' }

/** The OpenID provider of the tests: answers the variables that make the app at `appPort` use it. */
async function startProvider(port, appPort, ends) {
  const issuer = addressOf(port)
  const env = { ...process.env, IDP_PORT: String(port), APP_URL: addressOf(appPort) }
  const running = startNode(['e2e/support/identity-provider.mjs'], { env })
  ends.add(() => running.end(2000))
  let output = ''
  for (const stream of [running.child.stdout, running.child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`).catch(() => null)
    if (answer?.ok) return { ...CLIENT, OIDC_ISSUER: issuer }
    await sleep(100)
  }
  throw new Plain(`The identity provider of the tests did not start:\n${output}`)
}

async function startApps(dir, plan, distDir, ends, signal) {
  const apps = plan.map(({ name, port, env }) => {
    const logFile = join(dir, `${name}.log`)
    const app = startApp({ port, host: HOST, logFile, env: { ...env, NEXT_DIST_DIR: distDir } })
    ends.add(() => app.end())
    return { app, port }
  })
  for (const { app, port } of apps) await untilHealthy(app, addressOf(port), signal)
}

/**
 * Brings everything up. `dir` holds the logs until `stop`.
 * @returns {Promise<{ dir: string, env: Record<string, string>, stop: () => Promise<void> }>} `env`: what tests need to know
 */
export async function startServices(distDir, signal) {
  const ends = ending()
  const dir = mkdtempSync(join(tmpdir(), 'colloquy-e2e-'))
  ends.add(async () => rmSync(dir, { recursive: true, force: true }))
  try {
    const [first, second, empty, provider] = await distinctPorts(4)
    const { server, seminarUrl, emptyUrl } = await step('Starting a database for the browser tests', () =>
      databases(dir, signal),
    )
    ends.add(server.stop)
    const demo = { COLLOQUY_DEMO: '1', ...(await startProvider(provider, first, ends)) }
    await loadSeminar(appEnvironment(seminarUrl, first, demo), signal)
    const plan = [
      { name: 'app-1', port: first, env: appEnvironment(seminarUrl, first, demo) },
      { name: 'app-2', port: second, env: appEnvironment(seminarUrl, second, demo) },
      { name: 'app-empty', port: empty, env: appEnvironment(emptyUrl, empty, { COLLOQUY_DEMO: '0' }) },
    ]
    await step('Starting the app three times', () => startApps(dir, plan, distDir, ends, signal))
    const env = {
      BASE_URL: addressOf(first),
      BASE_URL_2: addressOf(second),
      BASE_URL_EMPTY: addressOf(empty),
      TEST_DATABASE_URL: seminarUrl,
      TEST_EMPTY_DATABASE_URL: emptyUrl,
      NEXTAUTH_SECRET: 'a secret for tests alone',
      OIDC_ISSUER: demo.OIDC_ISSUER,
      NEXT_DIST_DIR: distDir,
    }
    return { dir, env, stop: ends.all }
  } catch (error) {
    await ends.all()
    throw error
  }
}

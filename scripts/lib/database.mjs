import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from './embedded-postgres.mjs'
import { migrate, pendingMigrations } from './migrate.mjs'
import { lastLines, Plain } from './plain.mjs'
import { step } from './progress.mjs'
import { Failed, runNode } from './run.mjs'

const REASONS = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'the name could not be looked up',
  ETIMEDOUT: 'it did not answer in time',
  '28P01': 'the password is wrong',
  28000: 'the server refuses this user or this way of connecting',
  '3D000': 'there is no database of that name',
  53300: 'the server has no connection to spare',
}

/** Node tries every address of a name and then throws them all together. */
function reasonOf(error) {
  if (/password must be a string/.test(error.message)) return 'it wants a password, and the address has none'
  return REASONS[error.code] ?? REASONS[error.errors?.[0]?.code] ?? error.message
}

const NO_URL =
  'DATABASE_URL is not an address of a database. It looks like postgresql://user:password@host:5432/colloquy'

function addressOf(url) {
  try {
    const { protocol, host, pathname } = new URL(url)
    if (/^postgres(ql)?:$/.test(protocol)) return `${host}${pathname}`
  } catch {
    // not an address at all
  }
  throw new Plain(NO_URL)
}

/** Throws one sentence, without the password, where the database at `url` cannot be used. */
export async function requireReachable(url) {
  const address = addressOf(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
  } catch (error) {
    throw new Plain(`The database at ${address} (DATABASE_URL) cannot be reached: ${reasonOf(error)}.`)
  } finally {
    await client.end().catch(() => {})
  }
}

function external(url) {
  return { url, embedded: false, isAlive: () => true, stop: async () => {} }
}

/** The database that the settings ask for, ready for queries; `stop` ends only a server that is ours. */
export async function openDatabase({ databaseUrl, dataDir }, signal) {
  if (databaseUrl) {
    await step('Connecting to the database', () => requireReachable(databaseUrl))
    return external(databaseUrl)
  }
  const server = await step('Starting the database', () =>
    startPostgres({ dir: join(dataDir, 'postgres'), signal }),
  )
  return { ...server, embedded: true }
}

export async function bringUpToDate({ url, embedded }, signal) {
  if ((await pendingMigrations(url)).length === 0) return
  await step('Bringing the database up to date', () => migrate(url, { signal, alone: embedded }))
}

/** Loads the ready-made seminar where it is not there, or not whole: the loader itself knows. */
export async function loadSeminar(env, signal) {
  const doing = (await hasPeople(env.DATABASE_URL)) ? 'Looking at the seminar' : 'Loading the seminar'
  const loader = ['--conditions=react-server', '--import', 'tsx', 'scripts/seed.ts']
  try {
    await step(doing, () => runNode('Loading the seminar', loader, { env, signal }))
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    const message = `The seminar could not be loaded:\n${lastLines(error.output)}`
    throw Object.assign(new Plain(message), { output: error.output })
  }
}

async function rowsOf(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

export const hasPeople = async (url) => (await rowsOf(url, 'SELECT 1 FROM "User" LIMIT 1')).length > 0

/** Names and roles of the demo people, teachers first. */
export const demoPeople = (url) =>
  rowsOf(
    url,
    `SELECT u.name, u.about, min(m.role) AS role FROM "User" u LEFT JOIN "Membership" m ON m."userId" = u.id AND m."removedAt" IS NULL
     WHERE u.demo GROUP BY u.id ORDER BY min(m.role) NULLS LAST, u.name`,
  )

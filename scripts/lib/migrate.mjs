import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import pg from 'pg'

const require = createRequire(import.meta.url)

/** Names of migrations that the database does not have yet; asking first saves the tool's start on most days. */
async function pending(url) {
  const names = readdirSync('prisma/migrations').filter((name) => /^\d+_/.test(name))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    )
    const done = new Set(rows.map((row) => row.name))
    return names.filter((name) => !done.has(name))
  } catch (error) {
    if (error.code === '42P01') return names // no table yet: an empty database
    throw error
  } finally {
    await client.end()
  }
}

/**
 * Brings the database at `url` to the newest schema by `prisma migrate deploy`.
 * @returns {Promise<string[]>} the migrations that were applied
 */
export async function migrate(url) {
  const names = await pending(url)
  if (names.length) await deploy(url)
  return names
}

function deploy(url) {
  const cli = require.resolve('prisma/build/index.js')
  const child = spawn(process.execPath, [cli, 'migrate', 'deploy'], {
    env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  return new Promise((done, fail) => {
    child.on('exit', (code) =>
      code === 0 ? done() : fail(new Error(`The database could not be migrated:\n${output}`)),
    )
  })
}

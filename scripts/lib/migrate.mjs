import { readdirSync } from 'node:fs'
import pg from 'pg'
import { lastLines, Plain } from './plain.mjs'
import { Failed, runNode } from './run.mjs'

const PRISMA = 'node_modules/prisma/build/index.js'

/** Migrations that the database does not have yet, and any that began and never ended. */
async function state(url) {
  const names = readdirSync('prisma/migrations').filter((name) => /^\d+_/.test(name))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      `SELECT migration_name AS name, finished_at IS NOT NULL AS done, logs IS NULL AS interrupted
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
    )
    const done = new Set(rows.filter((row) => row.done).map((row) => row.name))
    return {
      pending: names.filter((name) => !done.has(name)),
      halfway: rows.filter((row) => !row.done && row.interrupted).map((row) => row.name),
    }
  } catch (error) {
    if (error.code === '42P01') return { pending: names, halfway: [] } // no table yet: an empty database
    throw error
  } finally {
    await client.end()
  }
}

/** Asking first saves the tool's start on most days. */
export const pendingMigrations = async (url) => (await state(url)).pending

/**
 * Brings the database at `url` to the newest schema by `prisma migrate deploy`. Never ended half-way: an abort waits.
 * @param {{ signal?: AbortSignal, alone?: boolean }} [options] `alone`: no other process can be migrating this
 *   database, so a migration that was interrupted (each is one transaction, and was rolled back) may be run again.
 * @returns {Promise<string[]>} the migrations that were applied
 */
export async function migrate(url, { signal, alone = false } = {}) {
  const { pending, halfway } = await state(url)
  if (alone)
    for (const name of halfway) await prisma(url, ['migrate', 'resolve', '--rolled-back', name], signal)
  if (pending.length) await prisma(url, ['migrate', 'deploy'], signal)
  return pending
}

async function prisma(url, args, signal) {
  const env = { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  try {
    await runNode('The migration', [PRISMA, ...args], { env, signal, finish: true })
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    const message = `The database could not be brought up to date; nothing was half applied:\n${lastLines(error.output)}`
    throw Object.assign(new Plain(message), { output: error.output })
  }
}

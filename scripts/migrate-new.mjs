// `npm run migrate:new -- name`: writes the next migration: what leads from the migrations that there are to
// prisma/schema, found by comparing with a throw-away database that has had them all.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from './lib/embedded-postgres.mjs'
import { migrate } from './lib/migrate.mjs'

/** The SQL from the database at `url` to prisma/schema. */
function difference(url) {
  const run = spawnSync(
    'npx',
    ['prisma', 'migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema', '--script'],
    { env: { ...process.env, DATABASE_URL: url }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (run.status !== 0) throw new Error('The schema could not be compared.')
  return run.stdout
}

const name = process.argv[2]
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Name the migration in small letters and hyphens: npm run migrate:new -- add-something')
  process.exit(1)
}
const dir = mkdtempSync(join(tmpdir(), 'colloquy-migrate-'))
const db = await startPostgres({ dir: join(dir, 'postgres'), fsync: false })
try {
  await migrate(db.url)
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join('prisma/migrations', `${stamp}_${name.replaceAll('-', '_')}`)
  const sql = difference(db.url)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), sql)
  console.log(`Wrote ${folder}/migration.sql. Read it: indexes made by hand may show up as drops.`)
} finally {
  await db.stop()
  rmSync(dir, { recursive: true, force: true })
}

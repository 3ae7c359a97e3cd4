// `npm run migrate:new -- name`: writes the next migration from prisma/schema, against a throw-away database.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from './lib/embedded-postgres.mjs'

const name = process.argv[2]
if (!name) {
  console.error('Name the migration: npm run migrate:new -- add-something')
  process.exit(1)
}
const dir = mkdtempSync(join(tmpdir(), 'colloquy-migrate-'))
const db = await startPostgres({ dir: join(dir, 'postgres'), fsync: false })
const run = spawnSync('npx', ['prisma', 'migrate', 'dev', '--name', name, '--create-only'], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: db.url },
})
await db.stop()
rmSync(dir, { recursive: true, force: true })
process.exit(run.status ?? 1)

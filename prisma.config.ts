import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { defineConfig } from 'prisma/config'

// Where Prisma's engine host was out of reach at install time, its own WebAssembly engine does the work.
const engines = resolve(dirname(createRequire(resolve('package.json')).resolve('@prisma/engines')), '..')
if (
  !process.env.PRISMA_SCHEMA_ENGINE_BINARY &&
  !readdirSync(engines).some((f) => f.startsWith('schema-engine-'))
)
  process.env.PRISMA_SCHEMA_ENGINE_BINARY = resolve('scripts/schema-engine.mjs')

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:54329/colloquy' },
})

#!/usr/bin/env node
import { randomUUID } from 'node:crypto'
// Stands in for Prisma's schema-engine binary where binaries.prisma.sh can't be reached:
// the same JSON-RPC over stdin/stdout, answered by Prisma's own WebAssembly build of it.
// Used only through PRISMA_SCHEMA_ENGINE_BINARY=scripts/schema-engine.mjs
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const args = process.argv.slice(2)
if (args[0] === '--version') {
  console.log('schema-engine-wasm')
  process.exit(0)
}
const datamodels = []
let url = process.env.DATABASE_URL,
  cli = null
for (let i = 0; i < args.length; i++) {
  if (args[i] === '--datamodels') {
    const f = args[++i]
    datamodels.push([f, readFileSync(f, 'utf8')])
  } else if (args[i] === '--datasource') url = JSON.parse(args[++i]).url ?? url
  else if (args[i] === 'cli') cli = args[++i]
}
const fail = (code, message) => {
  process.stderr.write(
    'schema-engine\n' +
      JSON.stringify({
        level: 'ERROR',
        target: 'schema_engine::logger',
        fields: { message, error_code: code },
      }),
  )
  process.exit(1)
}
const admin = async (fn) => {
  const u = new URL(url),
    name = decodeURIComponent(u.pathname.slice(1))
  u.pathname = '/postgres'
  u.searchParams.delete('schema')
  const c = new pg.Client({ connectionString: u.href })
  await c.connect()
  try {
    return await fn(c, name)
  } finally {
    await c.end()
  }
}
if (cli) {
  try {
    if (cli === 'can-connect-to-database') {
      const c = new pg.Client({ connectionString: url })
      await c.connect()
      await c.end()
    } else if (cli === 'create-database')
      await admin((c, n) => c.query(`create database ${pg.escapeIdentifier(n)}`))
    else if (cli === 'drop-database')
      await admin((c, n) => c.query(`drop database ${pg.escapeIdentifier(n)}`))
    process.exit(0)
  } catch (e) {
    fail(e.code === '3D000' ? 'P1003' : e.code === '28P01' ? 'P1000' : 'P1001', e.message)
  }
}

globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  message: '',
  set_message(m) {
    this.message = m
    process.stderr.write(`${m}\n`)
  },
}
const pkg = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
const glue = await import(join(pkg, 'schema_engine_bg.js'))
const module = new WebAssembly.Module(readFileSync(join(pkg, 'schema_engine_bg.wasm')))
const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': glue })
glue.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()

const schema = url ? (new URL(url).searchParams.get('schema') ?? undefined) : undefined
// no server: answers the one query that the engine asks when it starts
const offlineAdapter = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: async () => ({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    getConnectionInfo: () => ({ supportsRelationJoins: true, schemaName: 'public' }),
    queryRaw: async () => ({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 17.0', 170000]],
    }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    dispose: async () => {},
  }),
}
// one connection (advisory locks are per session), whole scripts in one go (PrismaPg's splits at every ';'),
// and the catalog's "char" columns, which PrismaPg doesn't know
const CHAR = 18
const TEXT = 25
class OneConnection extends pg.Pool {
  constructor(connectionString) {
    super({ connectionString, max: 1 })
  }
  async query(...a) {
    const r = await super.query(...a)
    this.chars = r.fields?.map((f) => f.dataTypeID === CHAR)
    for (const f of r.fields ?? []) if (f.dataTypeID === CHAR) f.dataTypeID = TEXT
    return r
  }
}
async function open(connectionString) {
  const pool = new OneConnection(connectionString)
  const a = await new PrismaPg(pool, { schema, disposeExternalPool: true }).connect()
  const queryRaw = a.queryRaw.bind(a)
  a.queryRaw = async (q) => {
    const r = await queryRaw(q)
    pool.chars?.forEach((c, i) => {
      if (c) r.columnTypes[i] = ColumnTypeEnum.Character
    })
    return r
  }
  a.executeScript = async (script) => {
    try {
      await pool.query(script)
    } catch (e) {
      a.onError(e)
    }
  }
  return a
}
const factory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: () => open(url),
  connectToShadowDb: async () => {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`,
      u = new URL(url)
    u.pathname = `/${name}`
    await admin((c) => c.query(`create database "${name}"`))
    const a = await open(u.href),
      dispose = a.dispose.bind(a)
    a.dispose = async () => {
      await dispose()
      await admin((c) => c.query(`drop database if exists "${name}" with (force)`))
    }
    return a
  },
}
const create = (f) =>
  glue.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    (l) => {
      if (process.env.DEBUG) process.stderr.write(`${l}\n`)
    },
    bindMigrationAwareSqlAdapterFactory(f),
  )
let engine
const getEngine = (method, params) => {
  const offline =
    method === 'diff' && [params.from, params.to].every((t) => ['empty', 'schemaDatamodel'].includes(t.tag))
  if (offline) return create(offlineAdapter)
  engine ??= create(factory)
  return engine
}
const names = { getDatabaseVersion: 'version' }
const send = (o) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...o })}\n`)
let current,
  busy = Promise.resolve()
const reply = (e, is_panic = false) => {
  let known = null
  try {
    known = JSON.parse(e.message)
  } catch {}
  const data = {
    is_panic,
    message: known?.message ?? e?.message ?? String(e),
    error_code: known?.error_code ?? e?.code,
    meta: known?.meta ?? null,
  }
  send({
    id: current,
    error: { code: 4466, message: 'An error happened. Check the data field for details.', data },
  })
}
// a panic in WebAssembly can surface outside the call: without an answer the CLI would end with exit code 0
process.on('uncaughtException', (e) => {
  reply(new Error(globalThis.PRISMA_WASM_PANIC_REGISTRY.message || e.message))
  process.exitCode = 101
})
createInterface({ input: process.stdin })
  .on('line', (line) => {
    busy = busy.then(async () => {
      const { id, method, params } = JSON.parse(line)
      if (!method) return // the CLI's answer to 'print'
      current = id
      try {
        let result
        if (method === 'createDatabase')
          result = await admin(async (c, n) => {
            await c.query(`create database ${pg.escapeIdentifier(n)}`)
            return { databaseName: n }
          })
        else {
          const e = await getEngine(method, params)
          result = (await e[names[method] ?? method](params)) ?? {}
        }
        if (method === 'diff' && result.stdout != null)
          send({ id: 1e6, method: 'print', params: { content: result.stdout } })
        send({ id, result })
      } catch (e) {
        reply(e)
      }
    })
  })
  .on('close', () => busy.then(() => process.exit()))

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { startPostgres } from './embedded-postgres.mjs'

const folder = mkdtempSync(join(tmpdir(), 'colloquy-test-'))
const dir = join(folder, 'postgres')
const pidFile = join(dir, 'postmaster.pid')
const serverPid = () => Number(readFileSync(pidFile, 'utf8').split('\n')[0])

const started: { stop: () => Promise<void> }[] = []
async function start() {
  const server = await startPostgres({ dir, fsync: false })
  started.push(server)
  return server
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the embedded database', () => {
  it('keeps what was written from one start to the next', async () => {
    const first = await start()
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await first.stop()
    expect(first.isAlive()).toBe(false)
    const second = await start()
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })

  it('adopts a server whose script was killed', async () => {
    const orphan = await start()
    writeFileSync(join(folder, 'owner.pid'), '4194304') // no process has this number
    const adopted = await start()
    expect(adopted.pid).toBe(orphan.pid)
    await adopted.stop()
    expect(orphan.isAlive()).toBe(false)
  })

  it('leaves a server alone that another live script owns', async () => {
    const owned = await start()
    writeFileSync(join(folder, 'owner.pid'), String(process.ppid)) // the test runner: a live node
    const guest = await startPostgres({ dir, fsync: false })
    await guest.stop()
    expect(owned.isAlive()).toBe(true)
    writeFileSync(join(folder, 'owner.pid'), String(process.pid))
  })

  it('starts again after the server was killed, and has what was committed', async () => {
    const server = await start()
    await query(server.url, 'CREATE TABLE survived AS SELECT 1 AS one')
    await query(server.url, 'CHECKPOINT') // stands in for fsync, which is off in tests
    process.kill(serverPid(), 'SIGKILL')
    while (server.isAlive()) await sleep(10)
    const again = await start()
    expect(await query(again.url, 'SELECT one FROM survived')).toEqual([{ one: 1 }])
  })

  it('does not wait for a server that is just dying', async () => {
    const server = await start()
    process.kill(serverPid(), 'SIGKILL')
    const again = await start()
    expect(again.pid).not.toBe(server.pid)
    expect(await query(again.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('is not misled by a pid file that names somebody else', async () => {
    const server = await start()
    const content = readFileSync(pidFile, 'utf8')
    await server.stop()
    writeFileSync(pidFile, content.replace(/^\d+/, String(process.pid)))
    const again = await start()
    expect(again.pid).not.toBe(process.pid)
    expect(await query(again.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('leaves nothing half made when it is interrupted while making its files', async () => {
    const other = join(folder, 'interrupted', 'postgres')
    mkdirSync(join(folder, 'interrupted'))
    const control = new AbortController()
    setTimeout(() => control.abort(), 30)
    await expect(startPostgres({ dir: other, fsync: false, signal: control.signal })).rejects.toThrow(
      /abort/i,
    )
    expect(() => readFileSync(join(other, 'PG_VERSION'))).toThrow()
    const server = await startPostgres({ dir: other, fsync: false })
    started.push(server)
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})

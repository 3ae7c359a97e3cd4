import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    templateUrl: string
  }
}

/** One throw-away server for the run, with one migrated database that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { startPostgres } = await import('../../scripts/lib/embedded-postgres.mjs')
  const { migrate } = await import('../../scripts/lib/migrate.mjs')
  const dir = mkdtempSync(join(tmpdir(), 'colloquy-test-'))
  const server = await startPostgres({ dir: join(dir, 'postgres'), name: 'template', fsync: false })
  await migrate(server.url)
  project.provide('templateUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startApp, untilHealthy } from '../../scripts/lib/app.mjs'
import { freePort } from '../../scripts/lib/port.mjs'

/** For tests that kill what they run on: an app of their own, on a database of their own. */
export const SECRET = 'a secret for this test alone'

/** @param at where to listen again, so that browsers that are open find it. */
export async function bringUp(databaseUrl: string, logFile: string, at?: number) {
  const port = at ?? (await freePort())
  const base = `http://127.0.0.1:${port}`
  const env = { ...process.env, DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: SECRET, NEXTAUTH_URL: base }
  const app = startApp({
    port,
    host: '127.0.0.1',
    logFile,
    env: { ...env, LOG_LEVEL: 'silent', COLLOQUY_DEMO: '0' },
  })
  await untilHealthy(app, base)
  return { app, base, port, kill: () => void process.kill(-(app.child.pid ?? 0), 'SIGKILL') }
}

/** The database's own process, at once. */
export const killDatabase = (dataDir: string): void =>
  void process.kill(Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')

// `npm start` from the database on: needs the packages, so it is loaded once they are there.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startApp, untilHealthy } from './app.mjs'
import { bringUpToDate, loadSeminar, openDatabase } from './database.mjs'
import { greet } from './greeting.mjs'
import { aborted } from './interrupt.mjs'
import { Plain } from './plain.mjs'
import { step } from './progress.mjs'
import { readSecret } from './secret.mjs'

function environment(settings, database) {
  const { NEXTAUTH_URL, COLLOQUY_DEMO } = process.env
  return {
    ...process.env,
    NODE_ENV: settings.dev ? 'development' : 'production',
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: readSecret(settings.dataDir),
    NEXTAUTH_URL: NEXTAUTH_URL || settings.url,
    ...(database.embedded && { COLLOQUY_DEMO: COLLOQUY_DEMO ?? '1' }),
  }
}

/** Runs until the signal aborts, the app ends or the database is gone; leaves no process behind, whichever it was. */
export async function serve(settings, signal, took) {
  mkdirSync(settings.dataDir, { recursive: true })
  const database = await openDatabase(settings, signal)
  try {
    await bringUpToDate(database, signal)
    const env = environment(settings, database)
    if (database.embedded) await loadSeminar(env, signal)
    await serveApp({ settings, database, env, signal, took })
  } finally {
    await database.stop()
  }
}

async function serveApp({ settings, database, env, signal, took }) {
  // A laptop's terminal stays readable; an installation's log belongs on standard output.
  const logFile = database.embedded && !settings.dev ? join(settings.dataDir, 'app.log') : undefined
  const app = startApp({ ...settings, env, logFile })
  try {
    await step('Starting the app', () => untilHealthy(app, settings.innerUrl, signal))
    await greet({ database, settings, env, took: took(), logFile })
    await Promise.race([aborted(signal), appEnded(app), databaseGone(database, signal)])
  } finally {
    await app.end()
  }
}

async function appEnded(app) {
  const { code, signal } = await app.exited
  const log = app.logFile ? ` Its log is ${app.logFile}.` : ''
  throw new Plain(`The app ended by itself (${signal ?? code}). Run npm start again.${log}`)
}

async function databaseGone(database, signal) {
  while (database.isAlive()) {
    if (signal.aborted) return
    await sleep(1000)
  }
  throw new Plain('The database server ended by itself. Run npm start again: it recovers what was saved.')
}

// `npm start`: from a clean clone to a running seminar, with nothing there but Node and npm.
// `--dev` serves the sources as they are edited; `--prepare` installs and builds, and stops before the database.
import { fileURLToPath } from 'node:url'
import { requireNode } from './lib/node-version.mjs'

requireNode()
const { main } = await import('./lib/interrupt.mjs')
const { Plain } = await import('./lib/plain.mjs')
const { readSettings } = await import('./lib/settings.mjs')
const { requireFreePort } = await import('./lib/port.mjs')
const { otherOwner, own } = await import('./lib/owner.mjs')
const { ensureClient, ensureInstalled } = await import('./lib/install.mjs')
const { ensureBuilt } = await import('./lib/build.mjs')
const { stopwatch } = await import('./lib/progress.mjs')

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

/** The embedded database has one master. */
function ownData({ dataDir }) {
  const pid = otherOwner(dataDir)
  if (pid)
    throw new Plain(
      `${dataDir} is in use by another Colloquy (process ${pid}). Stop that one, or choose another folder: DATA_DIR=other npm start`,
    )
  own(dataDir)
}

async function prepare(settings, signal) {
  const at = { dataDir: settings.dataDir, signal }
  await ensureInstalled(at)
  await ensureClient(at)
  if (!settings.dev) await ensureBuilt(at)
}

async function start(signal) {
  const took = stopwatch()
  const settings = readSettings()
  if (settings.prepareOnly) return prepare(settings, signal)
  await requireFreePort(settings.port, settings.host)
  if (!settings.databaseUrl) ownData(settings)
  await prepare(settings, signal)
  const { serve } = await import('./lib/serve.mjs')
  await serve(settings, signal, took)
}

// Ctrl-C is how one ends it: nothing has failed.
main(start, { whenStopped: 0 })

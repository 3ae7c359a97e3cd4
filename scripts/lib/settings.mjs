import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { Plain } from './plain.mjs'

function portOf(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Plain(
    `PORT is "${text}", which is not a port. Give a number from 1 to 65535: PORT=3001 npm start`,
  )
}

/** The address to open in a browser on this machine for a server that listens on `host`. */
export function localUrl(host, port) {
  if (['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'].includes(host)) return `http://localhost:${port}`
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`
}

/** Where a script on this machine reaches a server that listens on `host`, whatever "localhost" stands for here. */
export function innerUrl(host, port) {
  if (['0.0.0.0', 'localhost'].includes(host)) return `http://127.0.0.1:${port}`
  if (host === '::' || isIP(host) === 6) return `http://[${host === '::' ? '::1' : host}]:${port}`
  return `http://${host}:${port}`
}

/**
 * What the environment (and `.env`, which Next.js would read too) asks for.
 * The demo lets anybody in with one click, so the default is to listen on this machine alone.
 */
export function readSettings(args = process.argv.slice(2)) {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { PORT, HOST, DATA_DIR, DATABASE_URL } = process.env
  const port = portOf(PORT || '3000')
  const host = HOST || '127.0.0.1'
  return {
    port,
    host,
    url: localUrl(host, port),
    innerUrl: innerUrl(host, port),
    dataDir: resolve(DATA_DIR || '.data'),
    databaseUrl: DATABASE_URL || null,
    dev: args.includes('--dev'),
    prepareOnly: args.includes('--prepare'),
  }
}

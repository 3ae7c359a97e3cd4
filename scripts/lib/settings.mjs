import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { Plain } from './plain.mjs'

/** Ports that no browser opens: "bad ports" of the Fetch standard (fetch.spec.whatwg.org/#bad-port). */
const REFUSED = new Set(
  `1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135
   137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995
   1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080`
    .split(/\s+/)
    .map(Number),
)

function portOf(text) {
  const port = Number(text)
  if (REFUSED.has(port)) throw new Plain(`No browser opens port ${port}. Choose another: PORT=3001 npm start`)
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

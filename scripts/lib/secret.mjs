import { createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The secret that signs sessions: NEXTAUTH_SECRET, or one made once and kept in the data folder. */
export function readSecret(dataDir, given = process.env.NEXTAUTH_SECRET) {
  if (given) return given
  const file = join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true })
  try {
    // "x": of two processes that start at once, one makes it and both read it.
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** The same code as lib/accounts/setup.ts computes: it shows that whoever types it can read this terminal. */
export const setupCode = (secret) =>
  createHmac('sha256', secret)
    .update('setup')
    .digest('hex')
    .slice(0, 12)
    .replace(/(.{4})(?=.)/g, '$1-')

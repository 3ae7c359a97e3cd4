import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

/**
 * The code that `npm start` prints and the first-run page asks for: only who can read the server's terminal becomes
 * its owner. It follows from the secret, so every process of one installation knows the same code.
 */
export function setupCode(secret = env().NEXTAUTH_SECRET): string {
  const hex = createHmac('sha256', secret).update('setup').digest('hex').slice(0, 12)
  return hex.replace(/(.{4})(?=.)/g, '$1-')
}

const bare = (code: string): string => code.toLowerCase().replace(/[^0-9a-z]/g, '')

/** Compares without regard to case, spaces and dashes, in the same time whatever was typed. */
export function isSetupCode(typed: string): boolean {
  const right = Buffer.from(bare(setupCode()))
  const given = Buffer.from(bare(typed).slice(0, 64))
  return given.length === right.length && timingSafeEqual(given, right)
}

import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// OWASP's password storage sheet: argon2id with 19 MiB, two passes, one lane; about 10 ms.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A PHC string; unlike spellings of one password (composed or not) hash alike. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), OPTIONS)

export const verifyPassword = (password: string, stored: string): Promise<boolean> =>
  verify(stored, password.normalize('NFKC')).catch(() => false)

let decoy: Promise<string> | undefined

/** Takes as long as a true check, so that timing does not tell which addresses have accounts. */
export async function pretendToVerify(password: string): Promise<false> {
  decoy ??= hashPassword('no such account')
  await verifyPassword(password, await decoy)
  return false
}

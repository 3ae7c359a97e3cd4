import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Actor } from '@/lib/policy'
import { hashPassword, verifyPassword } from './password'
import { type ChangePassword, type FirstOwner, SignUp } from './schema'
import { endOtherSessions } from './sessions'
import { isSetupCode } from './setup'
import { requireTry, takeTry } from './throttle'

const taken = (): AppError =>
  new AppError('INVALID', 'There is an account with this address already. Sign in instead.', {
    fields: { email: 'There is an account with this address already. Sign in instead.' },
  })

type NewUser = { name: string; email: string; passwordHash?: string; about?: string; at: Date }

/** Adds a person inside the caller's transaction. Throws INVALID when the address has an account. */
export async function createUser(
  tx: Tx,
  { at, ...data }: NewUser & { siteOwner?: boolean; demo?: boolean },
): Promise<{ id: string }> {
  try {
    return await tx.user.create({ data: { ...data, createdAt: at }, select: { id: true } })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw taken()
    throw error
  }
}

/** Refuses before the slow hash is made; `createUser` refuses again should two arrive at once. */
export async function requireFreeAddress(email: string): Promise<void> {
  if (await db.user.findUnique({ where: { email }, select: { id: true } })) throw taken()
}

async function requireSetupCode(from: string, code: string): Promise<void> {
  await requireTry('guess', `setup:${from}`)
  if (isSetupCode(code)) return
  await takeTry('guess', `setup:${from}`)
  throw new AppError('INVALID', undefined, { fields: { setupCode: 'That is not the code in the terminal.' } })
}

// Any number that nothing else locks: two first owners at once are one after the other.
const FIRST_OWNER_LOCK = 735_001

/**
 * Makes the site owner of an installation that has none. Errors: INVALID (wrong code), TOO_MANY, NOT_FOUND once
 * there is an owner.
 */
export async function createOwner(from: string, input: FirstOwner): Promise<{ userId: string }> {
  if (await db.user.count({ where: { siteOwner: true } })) throw new AppError('NOT_FOUND')
  await requireSetupCode(from, input.setupCode)
  const { name, email, password } = SignUp.parse(input)
  const passwordHash = await hashPassword(password)
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${FIRST_OWNER_LOCK}::bigint)::text`
    if (await tx.user.count({ where: { siteOwner: true } })) throw new AppError('NOT_FOUND')
    const { id } = await createUser(tx, { name, email, passwordHash, siteOwner: true, at: new Date() })
    return { userId: id }
  })
}

/** The name is the person's own, and the same in all their courses. */
export async function changeName(actor: Actor, { name }: { name: string }): Promise<{ name: string }> {
  await db.user.update({ where: { id: actor.userId }, data: { name }, select: { id: true } })
  return { name }
}

async function ownPassword(userId: string, current: string): Promise<void> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { passwordHash: true, demo: true } })
  if (!user || user.demo) throw new AppError('FORBIDDEN', 'A demo person has no password to change.')
  // Somebody who came by single sign-on sets a first password: the session is all there is to ask for.
  if (!user.passwordHash) return
  await requireTry('signInAddress', userId)
  if (await verifyPassword(current, user.passwordHash)) return
  await takeTry('signInAddress', userId)
  throw new AppError('INVALID', undefined, { fields: { current: 'That is not your present password.' } })
}

/**
 * Changes one's password and ends every other session.
 * @param keep the session in which it is changed.
 */
export async function changePassword(
  actor: Actor,
  { current, next }: ChangePassword,
  keep: string | null,
): Promise<{ changed: true }> {
  await ownPassword(actor.userId, current)
  const passwordHash = await hashPassword(next)
  await transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { passwordHash }, select: { id: true } })
    await endOtherSessions(tx, actor.userId, keep)
  })
  return { changed: true }
}

/** Signs one out of every browser, this one included. */
export async function endEverywhere(actor: Actor): Promise<{ ended: true }> {
  await transaction((tx) => endOtherSessions(tx, actor.userId, null))
  return { ended: true }
}

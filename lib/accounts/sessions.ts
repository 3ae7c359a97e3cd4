import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { wakeUser } from '@/lib/events'

export const SESSION_DAYS = 30

/** Begins a signed-in browser and returns the id that its token carries. */
export async function beginSession(userId: string): Promise<string> {
  const expiresAt = new Date(Date.now() + SESSION_DAYS * 86_400_000)
  const { id } = await db.userSession.create({ data: { userId, expiresAt }, select: { id: true } })
  return id
}

/** Ends one browser: its next request is refused and its open streams end at once. */
export async function endSession(sessionId: string): Promise<void> {
  await transaction(async (tx) => {
    const session = await tx.userSession.findUnique({ where: { id: sessionId }, select: { userId: true } })
    if (!session) return
    await tx.userSession.deleteMany({ where: { id: sessionId } })
    await wakeUser(tx, session.userId)
  })
}

/** Ends every browser of the person but the one given (after a change of password: the one it was changed in). */
export async function endOtherSessions(tx: Tx, userId: string, keep: string | null): Promise<void> {
  await tx.userSession.deleteMany({ where: { userId, ...(keep ? { NOT: { id: keep } } : {}) } })
  await wakeUser(tx, userId)
}

import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'

const signature = (membershipId: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`unsubscribe:${membershipId}`).digest('base64url')

/** Opens nothing but one switch of one membership, and so may stand in a message for ever. */
export const unsubscribeToken = (membershipId: string): string => `${membershipId}.${signature(membershipId)}`

/** @returns the membership, or null for whatever we did not sign. */
function membershipOf(token: string): string | null {
  const [id = '', given = ''] = token.split('.')
  if (!z.uuid().safeParse(id).success) return null
  const [a, b] = [Buffer.from(signature(id)), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b) ? id : null
}

/** The course whose digest the token stops, and whether it still comes. Throws NOT_FOUND. */
export async function subscription(token: string): Promise<{ course: string; on: boolean }> {
  const id = membershipOf(token)
  const found =
    id &&
    (await db.membership.findUnique({
      where: { id },
      select: { digest: true, course: { select: { title: true } } },
    }))
  if (!found) throw new AppError('NOT_FOUND')
  return { course: found.course.title, on: found.digest !== 'OFF' }
}

/** Stops the digest; any number of times. Throws NOT_FOUND. */
export async function unsubscribe(token: string): Promise<void> {
  const id = membershipOf(token)
  if (!id) throw new AppError('NOT_FOUND')
  const { count } = await db.membership.updateMany({ where: { id }, data: { digest: 'OFF' } })
  if (count === 0) throw new AppError('NOT_FOUND')
}

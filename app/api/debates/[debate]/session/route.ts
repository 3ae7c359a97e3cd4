import { z } from 'zod'
import { controlSession } from '@/lib/debates/session/control'
import { sessionClock } from '@/lib/debates/session/queries'
import { ControlSession } from '@/lib/debates/session/schema'
import { AppError } from '@/lib/errors'
import { reading, writing } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** Where the session stands, for a screen that was away. */
export const GET = reading(async (actor, { debate }) => {
  const id = z.uuid().safeParse(debate)
  if (!id.success) throw new AppError('NOT_FOUND')
  const clock = await sessionClock(actor, id.data)
  return Response.json(clock, { headers: { 'cache-control': 'no-store' } })
})

export const POST = writing(ControlSession, controlSession)

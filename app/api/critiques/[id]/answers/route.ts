import { saveAnswers } from '@/lib/critiques/commands'
import { draftOf } from '@/lib/critiques/queries'
import { SaveAnswers } from '@/lib/critiques/schema'
import { reading, writing } from '@/lib/server/route'

export const GET = reading(async (actor, { id }) =>
  Response.json(await draftOf(actor, id ?? ''), { headers: { 'cache-control': 'no-store' } }),
)
export const PUT = writing(SaveAnswers, saveAnswers)

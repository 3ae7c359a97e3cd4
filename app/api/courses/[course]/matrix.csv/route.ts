import { courseFrame } from '@/lib/courses/frame'
import { matrixPage } from '@/lib/explanations/queries'
import { matrixSheet } from '@/lib/explanations/rules/sheet'
import { csv } from '@/lib/polls/rules/csv'
import { reading } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** The matrix as a table: one's own ratings, the class's as far as they show, and the start's. */
export const GET = reading(async (actor, { course = '' }) => {
  const frame = await courseFrame(actor, course)
  return new Response(csv(matrixSheet(await matrixPage(actor, frame.id))), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${frame.slug}-evidence.csv"`,
      'cache-control': 'private, no-store',
    },
  })
})

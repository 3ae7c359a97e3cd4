import { courseFrame } from '@/lib/courses/frame'
import { publishedBallots } from '@/lib/polls/queries'
import { ranksOf } from '@/lib/polls/rules/count'
import { csv } from '@/lib/polls/rules/csv'
import { reading } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** The published list of a closed poll: a row a ballot, a column an option with its rank (empty: left out). */
export const GET = reading(async (actor, { course = '', poll: slug = '' }) => {
  const frame = await courseFrame(actor, course)
  const { poll, ballots } = await publishedBallots(actor, frame.id, slug)
  const head = ['receipt', ...poll.options.map((o) => `${o.code} ${o.shortLabel}`), 'reason']
  const rows = ballots.map(({ receipt, ranking, reason }) => {
    const ranks = ranksOf(ranking)
    return [receipt, ...poll.options.map((o) => ranks[o.code] ?? ''), reason]
  })
  return new Response(csv([head, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${poll.slug}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
})

import { contestsWon } from '@/lib/polls/rules/count'
import { METHOD_NAMES } from '@/lib/polls/rules/method-names'
import { figure } from '@/lib/polls/rules/sentence'
import type { Tally } from '@/lib/polls/rules/tally'
import type { PollOptionDto, PollPage } from '@/lib/polls/schema'
import { OrderList } from './order-list'

type Props = { first: Tally; options: PollOptionDto[]; ballots: number; previous: PollPage['previous'] }

const BEST_SCORE = 5

/** The order by the method that gives the headline: its bars are shares of ballots, of points, or of contests won. */
export function Order({ first, options, ballots, previous }: Props) {
  const { method, ranking, scores = {} } = first
  const list = { options, previous, ranking }
  const of = (code: string, whole: number) => (scores[code] ?? 0) / Math.max(1, whole)
  const points = (code: string) => figure(scores[code] ?? 0)
  if (method === 'plurality' || method === 'approval')
    return (
      <OrderList
        {...list}
        title="The count"
        sub={`Of ${ballots} ${method === 'approval' ? 'ballots, each for as many as it likes' : 'votes'}.`}
        share={(code) => of(code, ballots)}
        shown={points}
      />
    )
  if (method === 'score' || method === 'star')
    return (
      <OrderList
        {...list}
        title="The order"
        sub={
          method === 'score'
            ? `Mean scores from 0 to 5 on ${ballots} ballots.`
            : `STAR on ${ballots} ballots: the two highest totals meet, and the one that more ballots put above the other wins. The figures are mean scores.`
        }
        share={(code) => of(code, ballots * BEST_SCORE)}
        shown={(code) => figure(of(code, ballots))}
      />
    )
  const percent = (code: string) => `${Math.round(contestsWon(first, code) * 100)}%`
  return (
    <OrderList
      {...list}
      title="The order"
      sub={`${METHOD_NAMES[method]}${method === 'schulze' ? ' method' : ''} on ranked ballots. The bar is the share of one-against-one contests won, a draw counting half.`}
      share={(code) => contestsWon(first, code)}
      shown={percent}
    />
  )
}

import { Section } from '@/components/ui/page'
import { contestsWon, ranksOf } from '@/lib/polls/rules/count'
import { figure } from '@/lib/polls/rules/sentence'
import type { Tally } from '@/lib/polls/rules/tally'
import type { PollOptionDto, PollPage } from '@/lib/polls/schema'
import { hueOf } from '../option'

/** How far an option moved since the last vote: an arrow and a number, and words for those who hear it. */
function Moved({ rank, before }: { rank: number; before: number | undefined }) {
  if (before === undefined) return null
  const up = before - rank
  const said = up === 0 ? 'as before' : `${up > 0 ? 'up' : 'down'} ${Math.abs(up)} since the last vote`
  return (
    <span className={`text-12 ${up > 0 ? 'text-good' : up < 0 ? 'text-bad' : 'text-ink-3'}`}>
      <span aria-hidden>{up > 0 ? `▲ ${up}` : up < 0 ? `▼ ${-up}` : '='}</span>
      <span className="sr-only">{said}</span>
    </span>
  )
}

const percent = (part: number): string => `${Math.round(part * 100)}%`

/** The answer as a list with a bar each. A plurality vote's bars are shares of votes, a ranked one's of contests won. */
export function Order({
  first,
  options,
  ballots,
  previous,
}: {
  first: Tally
  options: PollOptionDto[]
  ballots: number
  previous: PollPage['previous']
}) {
  const ranks = ranksOf(first.ranking)
  const votes = first.method === 'plurality'
  const tied = (code: string) => first.ranking.some((tier) => tier.length > 1 && tier.includes(code))
  const share = (code: string) =>
    votes ? (first.scores?.[code] ?? 0) / Math.max(1, ballots) : contestsWon(first, code)
  const sub = votes
    ? `Of ${ballots} votes.`
    : 'Schulze method on ranked ballots. The bar is the share of one-against-one contests won, a draw counting half.'
  return (
    <Section title={votes ? 'The count' : 'The order'} sub={sub} className="mt-0! min-w-0">
      <ol className="border-t border-rule">
        {first.ranking.flat().map((code) => {
          const option = options.find((o) => o.code === code)
          return (
            <li
              key={code}
              className="grid grid-cols-[22px_1fr_52px] items-baseline gap-3 border-b border-rule py-2.5"
            >
              <span className="num text-ink-3">
                {ranks[code]}
                {tied(code) ? '=' : ''}
              </span>
              <span>
                <b className="font-serif text-16 font-semibold leading-tight">{option?.shortLabel ?? code}</b>
                <span aria-hidden className="mt-1.5 block h-1.5 rounded-full bg-sunk">
                  <span
                    className="block h-full min-w-[3px] rounded-full print:border-t-[6px]"
                    style={{ width: percent(share(code)), background: hueOf(option?.hue ?? 'h6') }}
                  />
                </span>
                <span className="sr-only">{votes ? '' : `${percent(share(code))} of contests won`}</span>
              </span>
              <span className="num text-right">
                {votes ? <span className="mr-2 font-medium">{figure(first.scores?.[code] ?? 0)}</span> : null}
                <Moved rank={ranks[code] ?? 0} before={previous?.ranks[code]} />
              </span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

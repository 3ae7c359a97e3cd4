import { Section } from '@/components/ui/page'
import { ranksOf } from '@/lib/polls/rules/count'
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

type Props = {
  title: string
  sub: string
  /** Tiers, best first. */
  ranking: string[][]
  options: PollOptionDto[]
  previous: PollPage['previous']
  /** How long the bar of an option is, 0 to 1, and what is written at its end. */
  share: (code: string) => number
  shown: (code: string) => string
}

/** The answer as a list with a bar each. */
export function OrderList({ title, sub, ranking, options, previous, share, shown }: Props) {
  const ranks = ranksOf(ranking)
  const tied = (code: string) => ranking.some((tier) => tier.length > 1 && tier.includes(code))
  return (
    <Section title={title} sub={sub} className="mt-0! min-w-0 max-w-[620px]">
      <ol className="border-t border-rule">
        {ranking.flat().map((code) => {
          const option = options.find((o) => o.code === code)
          return (
            <li
              key={code}
              className="grid grid-cols-[26px_1fr_88px] items-baseline gap-3 border-b border-rule py-2.5"
            >
              <span className="num text-ink-3">
                {ranks[code]}
                {tied(code) ? '=' : ''}
              </span>
              <span className="min-w-0">
                <b className="font-serif text-16 font-semibold leading-tight">{option?.shortLabel ?? code}</b>
                <span aria-hidden className="mt-1.5 block h-1.5 rounded-full bg-sunk">
                  <span
                    className="block h-full min-w-[3px] rounded-full print:border-t-[6px]"
                    style={{
                      width: `${Math.round(share(code) * 100)}%`,
                      background: hueOf(option?.hue ?? 'h6'),
                    }}
                  />
                </span>
              </span>
              <span className="num text-right">
                <span className="mr-2 font-medium">{shown(code)}</span>
                <Moved rank={ranks[code] ?? 0} before={previous?.ranks[code]} />
              </span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

import { TableFrame } from '@/components/ui/bits'
import { cx } from '@/components/ui/cx'
import { Section } from '@/components/ui/page'
import type { Tally } from '@/lib/polls/rules/tally'
import type { PollOptionDto } from '@/lib/polls/schema'
import { Dot } from '../option'

/**
 * Ground and ink of a cell: the clearer the majority, the deeper; a minority stays pale. Middle tones, on which neither
 * ink reaches 4.5:1 in both themes, are passed over.
 */
function shade(votes: number, ballots: number): { background: string; color: string } {
  const strength = ballots > 0 ? Math.max(0, (2 * votes) / ballots - 1) : 0
  const deep = strength >= 0.6
  const mix = strength === 0 ? 0 : deep ? 86 + 35 * (strength - 0.6) : 16 + 50 * strength
  return {
    background: `color-mix(in srgb, var(--accent) ${Math.round(mix)}%, var(--sunk))`,
    color: deep ? 'var(--accent-ink)' : 'var(--ink)',
  }
}

type Props = { pairwise: Record<string, Record<string, number>>; order: string[]; options: PollOptionDto[] }

/** Who beats whom, in the order of the result. */
export function DuelTable({
  pairwise,
  order,
  options,
  ballots,
  label,
}: Props & { ballots: number | null; label: string }) {
  const option = (code: string) => options.find((o) => o.code === code)
  return (
    <TableFrame label={label}>
      <table className="num border-separate border-spacing-0.5 text-13">
        <thead>
          <tr>
            <td />
            {order.map((code) => (
              <th
                key={code}
                scope="col"
                className="h-7 w-12 min-w-10 px-0.5 text-center text-12 font-medium text-ink-3"
              >
                <abbr title={option(code)?.shortLabel} className="no-underline">
                  {code}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((row) => (
            <tr key={row}>
              <th scope="row" className="sticky left-0 bg-paper pr-3 text-left font-normal text-ink-2">
                <span className="flex items-center gap-2">
                  <Dot hue={option(row)?.hue ?? 'h6'} />
                  <span className="text-12 font-medium text-ink-3">{row}</span>
                  <span className="line-clamp-2 min-w-24 max-w-48 max-sm:sr-only">
                    {option(row)?.shortLabel}
                  </span>
                </span>
              </th>
              {order.map((column) => {
                const votes = pairwise[row]?.[column]
                return (
                  <td
                    key={column}
                    className={cx(
                      'h-10 w-12 min-w-10 rounded-sm text-center [print-color-adjust:exact]',
                      row === column && 'bg-transparent',
                    )}
                    style={votes === undefined || ballots === null ? undefined : shade(votes, ballots)}
                  >
                    {votes === undefined ? <span className="sr-only">itself</span> : votes}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

export function Duel({
  first,
  options,
  ballots,
}: {
  first: Tally
  options: PollOptionDto[]
  ballots: number
}) {
  return (
    <Section
      title="One against one"
      sub="Voters who put the row above the column. The stronger the colour, the clearer the majority."
      className="mt-0! min-w-0"
    >
      <DuelTable
        pairwise={first.pairwise ?? {}}
        order={first.ranking.flat()}
        options={options}
        ballots={ballots}
        label="One against one"
      />
    </Section>
  )
}

import { TableFrame } from '@/components/ui/bits'
import { Section } from '@/components/ui/page'
import type { PollOptionDto, PollPage } from '@/lib/polls/schema'
import { Dot, hueOf } from '../option'
import { layoutFlow } from './flow-layout'

type Moved = NonNullable<PollPage['moved']>
type Props = { moved: Moved; options: PollOptionDto[]; before: string; after: string }

const total = (row: Record<string, number | null>): number =>
  Object.values(row).reduce<number>((sum, n) => sum + (n ?? 0), 0)

/** First choices of those who voted twice, and the moves between them that are large enough to show: drawn where that is most. */
export function WhoMoved(props: Props) {
  const { moved, options } = props
  const shown = Object.values(moved.flow).reduce((sum, row) => sum + total(row), 0)
  const drawn = shown * 2 >= moved.voters
  return (
    <Section
      title="Who moved"
      sub={`First choices of the ${moved.voters} who voted both times. Moves of fewer than three voters are not shown, nor others that would give them away.`}
    >
      <ul className={drawn ? 'md:hidden' : 'max-w-[620px]'}>
        {options
          .filter((o) => (moved.before[o.code] ?? 0) + (moved.after[o.code] ?? 0) > 0)
          .map((o) => (
            <li key={o.code} className="flex items-center gap-2.5 border-b border-rule py-2">
              <Dot hue={o.hue} />
              {o.shortLabel}
              <span className="num ml-auto text-ink-2">
                {moved.before[o.code] ?? 0} <span aria-hidden>→</span>
                <span className="sr-only">before,</span>{' '}
                <b className="font-semibold text-ink">{moved.after[o.code] ?? 0}</b>
                <span className="sr-only">after</span>
              </span>
            </li>
          ))}
      </ul>
      {drawn ? <FlowPlot {...props} /> : null}
      <FlowTable {...props} />
    </Section>
  )
}

function FlowPlot({ moved, options, before, after }: Props) {
  const { left, right, ribbons, height } = layoutFlow(
    options.map((o) => o.code),
    moved,
  )
  const hue = (code: string) => hueOf(options.find((o) => o.code === code)?.hue ?? 'h6')
  const label = (code: string) => options.find((o) => o.code === code)?.shortLabel ?? code
  return (
    <svg
      viewBox={`0 -24 1000 ${height + 24}`}
      className="hidden w-full md:block"
      role="img"
      aria-label="First choices in the earlier and in the later vote; the table below has the numbers"
    >
      <g className="fill-ink-3 font-sans text-12 font-medium">
        <text x="206" y="-8" textAnchor="end">
          {before}
        </text>
        <text x="794" y="-8">
          {after}
        </text>
      </g>
      {ribbons.map((r) => (
        <path
          key={`${r.from} ${r.to}`}
          d={`M216 ${r.y0} C500 ${r.y0} 500 ${r.y1} 784 ${r.y1}`}
          fill="none"
          stroke={hue(r.from)}
          strokeOpacity=".28"
          strokeWidth={r.width}
        />
      ))}
      {left.map((bar) => (
        <g key={bar.code}>
          <rect x="206" y={bar.y} width="10" height={bar.height} rx="2" fill={hue(bar.code)} />
          <text x="194" y={bar.y + bar.height / 2 + 5} textAnchor="end" className="num fill-ink-2 text-14">
            {label(bar.code)} · {bar.count}
          </text>
        </g>
      ))}
      {right.map((bar) => (
        <g key={bar.code}>
          <rect x="784" y={bar.y} width="10" height={bar.height} rx="2" fill={hue(bar.code)} />
          <text x="806" y={bar.y + bar.height / 2 + 5} className="num fill-ink-2 text-14">
            {bar.count} · {label(bar.code)}
          </text>
        </g>
      ))}
    </svg>
  )
}

function FlowTable({ moved, options, before, after }: Props) {
  const rows = options.filter((o) => (moved.before[o.code] ?? 0) > 0)
  const columns = options.filter((o) => (moved.after[o.code] ?? 0) > 0)
  return (
    <details className="mt-4">
      <summary className="cursor-pointer text-13 text-ink-2">The numbers</summary>
      <TableFrame label="First choices before and after">
        <table className="num mt-3 text-13">
          <caption className="mb-2 text-left text-ink-3">
            Rows: {before || 'the earlier vote'}. Columns: {after || 'this vote'}. A dot stands for a number
            that is not shown.
          </caption>
          <thead>
            <tr className="border-b border-rule">
              <td />
              {columns.map((o) => (
                <th key={o.code} scope="col" className="px-3 py-1.5 text-right font-medium text-ink-3">
                  <abbr title={o.shortLabel} className="no-underline">
                    {o.code}
                  </abbr>
                </th>
              ))}
              <th scope="col" className="px-3 py-1.5 text-right font-medium text-ink-3">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((a) => (
              <tr key={a.code} className="border-b border-rule">
                <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                  {a.shortLabel}
                </th>
                {columns.map((b) => {
                  const count = moved.flow[a.code]?.[b.code] ?? null
                  return (
                    <td key={b.code} className="px-3 text-right">
                      {count ?? (
                        <>
                          <span aria-hidden>·</span>
                          <span className="sr-only">not shown</span>
                        </>
                      )}
                    </td>
                  )
                })}
                <td className="px-3 text-right text-ink-2">{moved.before[a.code]}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" className="py-1.5 pr-4 text-left font-normal text-ink-2">
                All
              </th>
              {columns.map((b) => (
                <td key={b.code} className="px-3 text-right text-ink-2">
                  {moved.after[b.code]}
                </td>
              ))}
              <td className="px-3 text-right text-ink-2">{moved.voters}</td>
            </tr>
          </tbody>
        </table>
      </TableFrame>
    </details>
  )
}

import { cx } from '@/components/ui/cx'
import { ink, whole } from './figures'
import { type Bar, type FlowLayout, layoutFlow, type Moves, WIDTH } from './flow-layout'
import { type Frame, Key, Plot } from './plot'
import type { Twin } from './twin'

export type FlowOption = { code: string; shortLabel: string; hue: string }

type Props = Frame & {
  moves: Moves
  /** In the order in which they stand, from the top. */
  options: FlowOption[]
  /** What the two stages are called: "before the debate", "after the debate". */
  before: string
  after: string
}

const labelOf = (options: FlowOption[], code: string) =>
  options.find((o) => o.code === code)?.shortLabel ?? code
const hueOf = (options: FlowOption[], code: string) => options.find((o) => o.code === code)?.hue ?? 'h6'

/** Rows are the earlier stage, columns the later; sums at the edges. */
function flowTwin({ moves, options, before, after }: Props): Twin {
  const from = options.filter((o) => (moves.before[o.code] ?? 0) > 0)
  const to = options.filter((o) => (moves.after[o.code] ?? 0) > 0)
  const cells = (a: FlowOption) => to.map((b) => moves.flow[a.code]?.[b.code] ?? null)
  return {
    columns: [
      `From (${before || 'earlier'}) to (${after || 'later'})`,
      ...to.map((o) => o.shortLabel),
      'All',
    ],
    rows: [
      ...from.map((a) => [a.shortLabel, ...cells(a), moves.before[a.code] ?? 0]),
      ['All', ...to.map((o) => moves.after[o.code] ?? 0), moves.voters],
    ],
  }
}

function flowWords({ moves, options, before, after }: Props, { bands, waist }: FlowLayout): string {
  const name = (code: string) => labelOf(options, code)
  const stage = (counts: Record<string, number>) =>
    options
      .filter((o) => (counts[o.code] ?? 0) > 0)
      .map((o) => `${o.shortLabel} ${counts[o.code]}`)
      .join(', ')
  const stayed = bands.filter((b) => b.from === b.to).map((b) => `${b.count} with ${name(b.from)}`)
  const moved = bands
    .filter((b) => b.from !== b.to)
    .map((b) => `${b.count} from ${name(b.from)} to ${name(b.to)}`)
  return [
    `${before || 'Earlier'}: ${stage(moves.before)}.`,
    `${after || 'Later'}: ${stage(moves.after)}.`,
    stayed.length ? `Stayed: ${stayed.join(', ')}.` : '',
    moved.length ? `Moved: ${moved.join(', ')}.` : '',
    waist ? `Not shown, because the groups are small: ${waist.count}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Where a group of people stood in two votes and how they moved: as wide as the page, labels beside it. */
export function FlowPlot(props: Props) {
  const { moves, options, before, after } = props
  const layout = layoutFlow(
    options.map((o) => o.code),
    moves,
  )
  const swatch = (
    <svg width="16" height="10" aria-hidden>
      <rect width="16" height="10" rx="2" fill="var(--ink-3)" fillOpacity=".22" />
    </svg>
  )
  return (
    <Plot {...props} whole twin={flowTwin(props)} says={flowWords(props, layout)}>
      <div className="grid max-w-[860px] grid-cols-[minmax(0,30%)_1fr_minmax(0,30%)] sm:grid-cols-[minmax(0,27%)_1fr_minmax(0,27%)] gap-x-2 sm:gap-x-3">
        <Stage words={before} className="text-right" />
        <span />
        <Stage words={after} />
        <Labels bars={layout.left} options={options} height={layout.height} end />
        <Drawing layout={layout} options={options} />
        <Labels bars={layout.right} options={options} height={layout.height} />
      </div>
      {layout.waist ? (
        <Key
          items={[
            {
              swatch,
              label: `${whole(layout.waist.count)} in moves of fewer than three, or that would give those away: not shown one by one`,
            },
          ]}
        />
      ) : null}
    </Plot>
  )
}

const Stage = ({ words, className }: { words: string; className?: string }) => (
  <span className={cx('self-end pb-1.5 text-12 leading-tight font-medium text-ink-3', className)}>
    {words}
  </span>
)

/** Beside their bars; the layout keeps them two lines apart. */
function Labels({
  bars,
  options,
  height,
  end,
}: {
  bars: Bar[]
  options: FlowOption[]
  height: number
  end?: boolean
}) {
  return (
    <div className="relative" style={{ height }}>
      {bars.map((bar) => (
        <span
          key={bar.code}
          className={cx(
            'absolute inset-x-0 flex -translate-y-1/2 items-center gap-x-2 text-12 leading-[1.25] text-ink-2 sm:text-13',
            end ? 'flex-row-reverse text-right' : 'text-left',
          )}
          style={{ top: bar.middle }}
        >
          <b className="num font-semibold text-ink">{whole(bar.count)}</b>
          <span className="line-clamp-2 min-w-0 hyphens-auto">{labelOf(options, bar.code)}</span>
        </span>
      ))}
    </div>
  )
}

function Drawing({ layout, options }: { layout: FlowLayout; options: FlowOption[] }) {
  const { left, right, bands, unknown, height } = layout
  const bar = (x: number) => (b: Bar) => (
    <rect key={b.code} x={x} y={b.y} width="1.6" height={b.height} fill={ink(hueOf(options, b.code))} />
  )
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${height}`}
      preserveAspectRatio="none"
      className="block w-full"
      style={{ height }}
    >
      <g fill="var(--ink-3)" opacity=".22">
        {unknown.map((u) => (
          <path key={`${u.from} ${u.to}`} d={u.path} />
        ))}
        {layout.waist ? <rect x="45.8" width="8.4" y={layout.waist.y} height={layout.waist.height} /> : null}
      </g>
      {bands.map((b) => (
        <path
          key={`${b.from} ${b.to}`}
          d={b.path}
          fill={ink(hueOf(options, b.from))}
          fillOpacity={b.from === b.to ? 0.22 : 0.45}
        >
          <title>{`${labelOf(options, b.from)} → ${labelOf(options, b.to)}: ${b.count}`}</title>
        </path>
      ))}
      {left.map(bar(0))}
      {right.map(bar(WIDTH - 1.6))}
    </svg>
  )
}

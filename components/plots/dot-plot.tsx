import { group, mean, median } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { Fragment } from 'react'
import { ink, tenths } from './figures'
import { type Frame, Plot } from './plot'

export type DotRow = { key: string; label: string; values: number[]; hue?: string; note?: string }

type Props = Frame & {
  rows: DotRow[]
  /** From least to most on the axis. */
  domain: [number, number]
  ticks?: number[]
  format?: (value: number) => string
  /** Which middle is marked by a line; the mean unless told. */
  middle?: 'mean' | 'median'
}

const RADIUS = 4
const STEP = 2 * RADIUS + 1
const TALLEST = 6

/** Values of each row as dots on one axis; equal values stand on each other; a line marks the middle. */
export function DotPlot({ rows, domain, ticks, format = tenths, middle = 'mean', ...frame }: Props) {
  const x = scaleLinear(domain, [2, 98]).clamp(true)
  const middleOf = middle === 'mean' ? mean<number> : median<number>
  const marks = ticks ?? x.ticks(5)
  const facts = rows.map((row) => ({ row, at: middleOf(row.values, (v) => v) ?? null }))
  const twin = {
    columns: ['', 'How many', middle === 'mean' ? 'Mean' : 'Median', 'Values'],
    rows: facts.map(({ row, at }) => [
      row.label,
      row.values.length,
      at,
      sorted(row.values).map(format).join(' '),
    ]),
  }
  const says = facts
    .map(
      ({ row, at }) =>
        `${row.label}: ${row.values.length} values, ${middle} ${at === null ? 'none' : format(at)}`,
    )
    .join('; ')
  return (
    <Plot {...frame} twin={twin} says={`${says}.`}>
      <div className="grid max-w-[760px] items-end gap-x-4 gap-y-1 text-13 sm:grid-cols-[minmax(8rem,15rem)_1fr_3.5rem]">
        {facts.map(({ row, at }) => (
          <Fragment key={row.key}>
            <span className="self-center pt-2 leading-tight text-ink-2">
              {row.label}
              {row.note ? <span className="block text-12 text-ink-3">{row.note}</span> : null}
              <span className="num font-medium text-ink sm:hidden"> {at === null ? '' : format(at)}</span>
            </span>
            <Strip row={row} at={at} x={x} marks={marks} />
            <span className="num self-center pt-2 text-right font-medium max-sm:hidden">
              {at === null ? '' : format(at)}
            </span>
          </Fragment>
        ))}
        <span className="max-sm:hidden" />
        <svg aria-hidden className="num h-5 w-full overflow-visible fill-ink-3 text-12">
          {marks.map((tick) => (
            <text key={tick} x={`${x(tick)}%`} y="14" textAnchor="middle">
              {format(tick)}
            </text>
          ))}
        </svg>
      </div>
    </Plot>
  )
}

const sorted = (values: number[]): number[] => [...values].sort((a, b) => a - b)

type StripProps = { row: DotRow; at: number | null; x: (v: number) => number; marks: number[] }

function Strip({ row, at, x, marks }: StripProps) {
  const piles = [...group(row.values, (v) => Math.round(x(v)))]
  const most = Math.max(1, ...piles.map(([, pile]) => pile.length))
  const step = most > TALLEST ? (TALLEST * STEP) / most : STEP
  const height = Math.min(most, TALLEST) * STEP + 8
  return (
    <svg aria-hidden className="w-full" style={{ height }}>
      {marks.map((tick) => (
        <line key={tick} x1={`${x(tick)}%`} x2={`${x(tick)}%`} y1="0" y2="100%" stroke="var(--rule)" />
      ))}
      <line x1="0" x2="100%" y1={height - 1} y2={height - 1} stroke="var(--rule-strong)" />
      {piles.flatMap(([place, pile]) =>
        pile.map((_, i) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: dots of one place are alike
            key={`${place} ${i}`}
            cx={`${place}%`}
            cy={height - 4 - RADIUS - i * step}
            r={RADIUS}
            fill={ink(row.hue ?? 'accent')}
            fillOpacity=".75"
          />
        )),
      )}
      {at === null ? null : (
        <line x1={`${x(at)}%`} x2={`${x(at)}%`} y1="0" y2={height} stroke="var(--ink)" strokeWidth="2" />
      )}
    </svg>
  )
}

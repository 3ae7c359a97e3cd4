import { group, mean, median, rollup } from 'd3-array'
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
/** Above this many in a row, heights stand for dots. */
export const CROWD = 120

/** Values of each row as dots on one axis; equal values stand on each other; a line marks the middle. */
export function DotPlot({ rows, domain, ticks, format = tenths, middle = 'mean', ...frame }: Props) {
  const x = scaleLinear(domain, [2, 98]).clamp(true)
  const middleOf = middle === 'mean' ? mean<number> : median<number>
  const marks = ticks ?? x.ticks(5)
  const facts = rows.map((row) => ({ row, at: middleOf(row.values, (v) => v) ?? null }))
  const twin = {
    columns: ['', 'How many', middle === 'mean' ? 'Mean' : 'Median', 'Values'],
    rows: facts.map(({ row, at }) => [row.label, row.values.length, at, valuesSaid(row.values, format)]),
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

/** Every value; of a crowd, each once with how often it occurs. */
function valuesSaid(values: number[], format: (value: number) => string): string {
  if (values.length <= CROWD) return sorted(values).map(format).join(' ')
  const times = rollup(values, (all) => all.length, format)
  const said = new Set(sorted(values).map(format))
  return [...said].map((value) => `${value} (${times.get(value)})`).join(' ')
}

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
      {row.values.length > CROWD ? <Heights piles={piles} row={row} height={height} /> : null}
      {(row.values.length > CROWD ? [] : piles).flatMap(([place, pile]) =>
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

/** A crowd: at each place a bar, as high as there are many. */
function Heights({ piles, row, height }: { piles: [number, number[]][]; row: DotRow; height: number }) {
  const most = Math.max(1, ...piles.map(([, pile]) => pile.length))
  return piles.map(([place, pile]) => {
    const tall = Math.max(1, (pile.length / most) * (height - 4))
    const at = { x: `${place - 0.4}%`, width: '0.8%', y: height - 1 - tall, height: tall }
    return <rect key={place} {...at} fill={ink(row.hue ?? 'accent')} fillOpacity=".75" />
  })
}

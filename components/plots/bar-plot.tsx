import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { Fragment, type ReactNode } from 'react'
import { ink, tenths } from './figures'
import { type Frame, Plot } from './plot'

export type BarRow = { key: string; label: string; value: number; hue?: string; note?: string }

type Props = Frame & {
  rows: BarRow[]
  /** The name of what is measured, for the table. */
  measure: string
  /** What the longest bar stands for; the largest value unless told. */
  most?: number
  format?: (value: number) => string
  /** Beside the label, where a plain word is not enough (a link). */
  labelled?: (row: BarRow) => ReactNode
}

/** Horizontal bars from zero, the value at the end of each. */
export function BarPlot({ rows, measure, most, format = tenths, labelled, ...frame }: Props) {
  const width = scaleLinear([0, Math.max(most ?? max(rows, (r) => r.value) ?? 1, 1e-9)], [0, 100]).clamp(true)
  const twin = { columns: ['', measure], rows: rows.map((r) => [r.label, r.value]) }
  const says = rows.map((r) => `${r.label}: ${format(r.value)}`).join('; ')
  return (
    <Plot {...frame} twin={twin} says={`${measure}. ${says}.`}>
      <div className="grid max-w-[760px] grid-cols-[1fr_auto] items-center gap-x-3 text-13 sm:grid-cols-[minmax(8rem,15rem)_1fr_auto]">
        {rows.map((row) => (
          <Fragment key={row.key}>
            <span className="pt-2 leading-tight text-ink-2 max-sm:col-span-2 sm:py-1.5">
              {labelled?.(row) ?? row.label}
              {row.note ? <span className="block text-12 text-ink-3">{row.note}</span> : null}
            </span>
            <svg aria-hidden className="h-3 w-full">
              <rect width="100%" height="100%" rx="3" fill="var(--sunk)" />
              <rect width={`${width(row.value)}%`} height="100%" rx="3" fill={ink(row.hue ?? 'accent')} />
            </svg>
            <span className="num min-w-8 text-right font-medium">{format(row.value)}</span>
          </Fragment>
        ))}
      </div>
    </Plot>
  )
}

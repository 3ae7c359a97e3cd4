import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { Fragment } from 'react'
import { ink, signed, tenths } from './figures'
import { type Frame, Key, Plot } from './plot'
import type { Twin } from './twin'

export type ChangeRow = {
  key: string
  label: string
  before: number
  after: number
  hue?: string
  note?: string
}

type Props = Frame & {
  rows: ChangeRow[]
  /** What the right end stands for; the largest value unless told. */
  most?: number
  before: string
  after: string
  format?: (value: number) => string
  /** Where the table says more than the plot. */
  twin?: Twin
}

/** Where each row stood before (a ring) and stands after (a dot), with the way between. */
export function ChangePlot({ rows, most, before, after, format = tenths, twin, ...frame }: Props) {
  const top = most ?? max(rows, (r) => Math.max(r.before, r.after)) ?? 1
  const x = scaleLinear([0, Math.max(top, 1e-9)], [1.5, 98.5]).clamp(true)
  const table = twin ?? {
    columns: ['', before, after, 'Change'],
    rows: rows.map((r) => [r.label, r.before, r.after, r.after - r.before]),
  }
  const says = rows.map((r) => `${r.label}: ${format(r.before)}, then ${format(r.after)}`).join('; ')
  return (
    <Plot {...frame} twin={table} says={`${says}.`}>
      <div className="grid max-w-[860px] grid-cols-[1fr_auto] items-center gap-x-3 text-13 sm:grid-cols-[minmax(10rem,20rem)_1fr_auto]">
        {rows.map((row) => (
          <Fragment key={row.key}>
            <span className="pt-2 leading-tight text-ink-2 max-sm:col-span-2 sm:py-1.5">
              {row.label}
              {row.note ? <span className="block text-12 text-ink-3">{row.note}</span> : null}
            </span>
            <Way row={row} x={x} />
            <span className="num min-w-[5.5rem] text-right whitespace-nowrap text-ink-3">
              {format(row.before)} <span aria-hidden>→</span>{' '}
              <b className="font-semibold text-ink">{format(row.after)}</b> ({signed(row.after - row.before)})
            </span>
          </Fragment>
        ))}
      </div>
      <Key
        items={[
          { label: before, swatch: <Swatch /> },
          { label: after, swatch: <Swatch filled /> },
        ]}
      />
    </Plot>
  )
}

function Way({ row, x }: { row: ChangeRow; x: (v: number) => number }) {
  const colour = ink(row.hue ?? 'accent')
  return (
    <svg aria-hidden className="h-5 w-full overflow-visible">
      <line x1="0" x2="100%" y1="10" y2="10" stroke="var(--rule)" />
      <line
        x1={`${x(row.before)}%`}
        x2={`${x(row.after)}%`}
        y1="10"
        y2="10"
        stroke={colour}
        strokeWidth="3"
      />
      <circle cx={`${x(row.before)}%`} cy="10" r="4.5" fill="var(--paper)" stroke={colour} strokeWidth="2" />
      <circle cx={`${x(row.after)}%`} cy="10" r="5" fill={colour} />
    </svg>
  )
}

const Swatch = ({ filled }: { filled?: boolean }) => (
  <svg width="12" height="12" aria-hidden>
    <circle
      cx="6"
      cy="6"
      r="4.5"
      fill={filled ? 'var(--ink-2)' : 'var(--paper)'}
      stroke="var(--ink-2)"
      strokeWidth="2"
    />
  </svg>
)

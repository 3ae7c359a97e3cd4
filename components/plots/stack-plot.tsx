import { cumsum, sum } from 'd3-array'
import { Fragment } from 'react'
import { ink, percent, whole } from './figures'
import { type Frame, Key, Plot } from './plot'

export type StackPart = { key: string; label: string; hue: string; faint?: boolean }
export type StackRow = { key: string; label: string; note?: string; counts: Record<string, number> }

type Props = Frame & { parts: StackPart[]; rows: StackRow[] }

/** Each row's people in shares of a bar: agree, pass, disagree. Figures stand in shares wide enough for them. */
export function StackPlot({ parts, rows, ...frame }: Props) {
  const twin = {
    columns: ['', ...parts.map((p) => p.label), 'All'],
    rows: rows.map((r) => [r.label, ...parts.map((p) => r.counts[p.key] ?? 0), total(r, parts)]),
  }
  const says = rows
    .map((r) => `${r.label}: ${parts.map((p) => `${p.label} ${r.counts[p.key] ?? 0}`).join(', ')}`)
    .join('; ')
  return (
    <Plot {...frame} twin={twin} says={`${says}.`}>
      <div className="grid max-w-[760px] items-center gap-x-4 gap-y-1 text-13 sm:grid-cols-[minmax(9rem,18rem)_1fr]">
        {rows.map((row) => (
          <Fragment key={row.key}>
            <span className="leading-tight text-ink-2 max-sm:mt-2">
              {row.label}
              {row.note ? <span className="text-12 text-ink-3"> {row.note}</span> : null}
            </span>
            <Bar row={row} parts={parts} />
          </Fragment>
        ))}
      </div>
      <Key items={parts.map((p) => ({ label: p.label, swatch: <Swatch part={p} /> }))} />
    </Plot>
  )
}

const total = (row: StackRow, parts: StackPart[]): number => sum(parts, (p) => row.counts[p.key] ?? 0)

const Swatch = ({ part }: { part: StackPart }) => (
  <svg width="12" height="12" aria-hidden>
    <rect width="12" height="12" rx="2" fill={ink(part.hue)} fillOpacity={part.faint ? 0.3 : 1} />
  </svg>
)

function Bar({ row, parts }: { row: StackRow; parts: StackPart[] }) {
  const all = total(row, parts)
  const counts = parts.map((p) => row.counts[p.key] ?? 0)
  const ends = cumsum(counts)
  return (
    <svg aria-hidden className="h-5 w-full">
      <rect width="100%" height="100%" rx="3" fill="var(--sunk)" />
      {parts.map((part, i) => {
        const n = counts[i] ?? 0
        if (n === 0) return null
        const from = ((ends[i] ?? 0) - n) / all
        return (
          <g key={part.key}>
            <rect
              x={percentage(from)}
              width={percentage(n / all)}
              height="100%"
              fill={ink(part.hue)}
              fillOpacity={part.faint ? 0.3 : 1}
              stroke="var(--paper)"
              strokeWidth="1"
            >
              <title>{`${part.label}: ${n} of ${all} (${percent(n / all)})`}</title>
            </rect>
            {n / all >= 0.08 ? (
              <text
                x={percentage(from + n / all / 2)}
                y="14.5"
                textAnchor="middle"
                className="num text-12 font-medium"
                fill={part.faint ? 'var(--ink)' : 'var(--paper)'}
              >
                {whole(n)}
              </text>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}

const percentage = (part: number): string => `${part * 100}%`

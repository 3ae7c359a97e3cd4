import { scaleLinear } from 'd3-scale'
import { ink } from './figures'
import { type Frame, Plot } from './plot'
import type { Twin } from './twin'

type Point = [number, number]
/** A cloud that stands for several people: its middle, and its half-axes, of which the first leans by `tilt`, in radians. */
export type Cloud = {
  key: string
  label: string
  hue: string
  centre: Point
  axes: [number, number]
  tilt: number
}
export type Mark = { key: string; label: string; at: Point; hue: string; lead?: boolean }

type Props = Frame & {
  clouds: Cloud[]
  marks: Mark[]
  twin: Twin
  says: string
  /** Words at the left and right end, and below and above. */
  ends?: { left: string; right: string }
}

const SIDE = 100
const LOW = 64
/** Room above a cloud for its label, at the width of a phone. */
const HEAD = 14
const EDGE = 6

/** Half the width and height of a cloud. */
function reach({ axes: [a, b], tilt }: Cloud): Point {
  return [
    Math.hypot(a * Math.cos(tilt), b * Math.sin(tilt)),
    Math.hypot(a * Math.sin(tilt), b * Math.cos(tilt)),
  ]
}

/** One unit is as long across as upward: distances can be compared. */
function scales(clouds: Cloud[], marks: Mark[]) {
  const xs = [
    ...clouds.flatMap((c) => [c.centre[0] - reach(c)[0], c.centre[0] + reach(c)[0]]),
    ...marks.map((m) => m.at[0]),
  ]
  const ys = [
    ...clouds.flatMap((c) => [c.centre[1] - reach(c)[1], c.centre[1] + reach(c)[1]]),
    ...marks.map((m) => m.at[1]),
  ]
  const middle = (v: number[]) => (Math.min(...v) + Math.max(...v)) / 2
  const wide = (v: number[]) => Math.max(...v) - Math.min(...v) || 1
  const unit = Math.min((SIDE - 2 * EDGE) / wide(xs), (LOW - HEAD - EDGE) / wide(ys))
  const line = (centre: number, at: number, way: 1 | -1) =>
    scaleLinear([centre, centre + 1], [at, at + way * unit])
  return { x: line(middle(xs), SIDE / 2, 1), y: line(middle(ys), (LOW + HEAD - EDGE) / 2, -1), unit }
}

/** A map of clouds and single marks; labels stand on it at their own size, whatever the width. */
export function ScatterPlot({ clouds, marks, twin, says, ends, ...frame }: Props) {
  const { x, y, unit } = scales(clouds, marks)
  const place = ([a, b]: Point) => ({ left: `${x(a)}%`, top: `${(y(b) / LOW) * 100}%` })
  return (
    <Plot {...frame} whole twin={twin} says={says}>
      <div className="relative max-w-[680px] border-y border-rule">
        <svg aria-hidden viewBox={`0 0 ${SIDE} ${LOW}`} className="block w-full">
          <g stroke="var(--rule)" vectorEffect="non-scaling-stroke">
            <line x1={x(0)} x2={x(0)} y1="0" y2={LOW} vectorEffect="non-scaling-stroke" />
            <line x1="0" x2={SIDE} y1={y(0)} y2={y(0)} vectorEffect="non-scaling-stroke" />
          </g>
          {clouds.map((c) => (
            <ellipse
              key={c.key}
              rx={c.axes[0] * unit}
              ry={c.axes[1] * unit}
              transform={`translate(${x(c.centre[0])} ${y(c.centre[1])}) rotate(${(-c.tilt * 180) / Math.PI})`}
              fill={ink(c.hue)}
              fillOpacity=".16"
              stroke={ink(c.hue)}
              strokeWidth="1.5"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        {clouds.map((c) => (
          <span
            key={c.key}
            aria-hidden
            className="absolute -translate-x-1/2 -translate-y-full pb-1 text-13 leading-tight font-semibold whitespace-nowrap"
            style={{ ...place([c.centre[0], c.centre[1] + reach(c)[1]]), color: ink(c.hue) }}
          >
            {c.label}
          </span>
        ))}
        {marks.map((m) => (
          <span
            key={m.key}
            aria-hidden
            className="absolute flex -translate-y-1/2 items-center gap-1.5 text-12 font-medium"
            style={place(m.at)}
          >
            <svg aria-hidden width="14" height="14" className="-ml-[7px] shrink-0">
              <circle cx="7" cy="7" r="5" fill={ink(m.hue)} stroke="var(--paper)" strokeWidth="2" />
            </svg>
            <span className="rounded-sm bg-paper px-1">{m.label}</span>
          </span>
        ))}
      </div>
      {ends ? (
        <div className="mt-1 flex max-w-[680px] justify-between gap-6 text-12 text-ink-3">
          <span>{ends.left}</span>
          <span className="text-right">{ends.right}</span>
        </div>
      ) : null}
    </Plot>
  )
}

import { sum } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { area, curveBumpX } from 'd3-shape'

export type Counts = Record<string, number>
/** `flow[a][b]`: how many went from a to b; null where that is not shown. */
export type Moves = {
  voters: number
  before: Counts
  after: Counts
  flow: Record<string, Record<string, number | null>>
}

export type Bar = { code: string; count: number; y: number; height: number; middle: number }
export type Band = { from: string; to: string; count: number; path: string }
/** `unknown`: moves that are not shown, through the middle, where nobody sees which way they went. */
export type FlowLayout = {
  left: Bar[]
  right: Bar[]
  bands: Band[]
  unknown: Band[]
  waist: Bar | null
  height: number
}

/** The drawing is 100 wide, stretched to the page, and as high as its labels need, in pixels. */
export const WIDTH = 100
const TALL = 260
/** Two lines of a label and some air. */
const PITCH = 40
const GAP = 10
const WAIST = { from: 46, to: 54 }

function stack(codes: string[], counts: Counts, unit: (n: number) => number): Bar[] {
  let top = 0
  let last = -Infinity
  return codes
    .filter((code) => (counts[code] ?? 0) > 0)
    .map((code) => {
      const count = counts[code] ?? 0
      const height = unit(count)
      const y = Math.max(top, last + PITCH - height / 2, PITCH / 2 - height / 2)
      top = y + height + GAP
      last = y + height / 2
      return { code, count, y, height, middle: last }
    })
}

/** Takes slices off bars from the top down, each bar on its own. */
function slices(unit: (n: number) => number) {
  const used = new Map<Bar, number>()
  return (bar: Bar, count: number): [number, number] => {
    const from = used.get(bar) ?? bar.y
    used.set(bar, from + unit(count))
    return [from, from + unit(count)]
  }
}

type End = { x: number; span: [number, number] }
const ribbon = area<End>()
  .x((end) => end.x)
  .y0((end) => end.span[0])
  .y1((end) => end.span[1])
  .curve(curveBumpX)
const bandPath = (from: End, to: End): string => ribbon([from, to]) ?? ''

const bottomOf = (bars: Bar[]): number => {
  const last = bars.at(-1)
  return last ? Math.max(last.y + last.height, last.middle + PITCH / 2) : 0
}

const shownOf = ({ flow }: Moves, a: string, b: string): number => flow[a]?.[b] ?? 0

/** Places of the bars of two votes, of the moves between them, and of what is not shown. */
export function layoutFlow(codes: string[], moves: Moves): FlowLayout {
  const scale = scaleLinear([0, Math.max(1, moves.voters)], [0, TALL])
  const unit = (n: number): number => scale(n)
  const left = stack(codes, moves.before, unit)
  const right = stack(codes, moves.after, unit)
  const take = slices(unit)
  const bands = left.flatMap((a) =>
    right.flatMap((b): Band[] => {
      const count = shownOf(moves, a.code, b.code)
      if (!count) return []
      const path = bandPath({ x: 0, span: take(a, count) }, { x: WIDTH, span: take(b, count) })
      return [{ from: a.code, to: b.code, count, path }]
    }),
  )
  const height = Math.max(bottomOf(left), bottomOf(right))
  return { left, right, bands, ...throughWaist(moves, { left, right, take, unit, height }), height }
}

type Drawn = {
  left: Bar[]
  right: Bar[]
  take: ReturnType<typeof slices>
  unit: (n: number) => number
  height: number
}

/** What is left of each bar goes into one band in the middle and out of it again. */
function throughWaist(moves: Moves, { left, right, take, unit, height }: Drawn) {
  const rest = (bar: Bar, shown: number) => ({ bar, count: bar.count - shown })
  const into = left.map((a) =>
    rest(
      a,
      sum(right, (b) => shownOf(moves, a.code, b.code)),
    ),
  )
  const out = right.map((b) =>
    rest(
      b,
      sum(left, (a) => shownOf(moves, a.code, b.code)),
    ),
  )
  const count = sum(into, (i) => i.count)
  if (count <= 0) return { unknown: [], waist: null }
  const tall = unit(count)
  const waist: Bar = { code: '', count, y: (height - tall) / 2, height: tall, middle: height / 2 }
  const enter = slices(unit)
  const leave = slices(unit)
  const ins = into
    .filter((i) => i.count > 0)
    .map(({ bar, count: n }): Band => {
      const to = { x: WAIST.from, span: enter(waist, n) }
      return { from: bar.code, to: '', count: n, path: bandPath({ x: 0, span: take(bar, n) }, to) }
    })
  const outs = out
    .filter((o) => o.count > 0)
    .map(({ bar, count: n }): Band => {
      const from = { x: WAIST.to, span: leave(waist, n) }
      return { from: '', to: bar.code, count: n, path: bandPath(from, { x: WIDTH, span: take(bar, n) }) }
    })
  return { unknown: [...ins, ...outs], waist }
}

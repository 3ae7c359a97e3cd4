import type { PollPage } from '@/lib/polls/schema'

type Moved = NonNullable<PollPage['moved']>
export type Bar = { code: string; count: number; y: number; height: number }
export type Ribbon = { from: string; to: string; count: number; y0: number; y1: number; width: number }

const GAP = 14
const WHOLE = 230

function stack(codes: string[], counts: Record<string, number>, unit: number): Bar[] {
  let y = 4
  return codes
    .filter((code) => (counts[code] ?? 0) > 0)
    .map((code) => {
      const count = counts[code] ?? 0
      const bar = { code, count, y, height: count * unit }
      y += bar.height + GAP
      return bar
    })
}

/** Places of the bars left and right and of the ribbons that may be drawn; hidden moves leave a gap. */
export function layoutFlow(codes: string[], { voters, before, after, flow }: Moved) {
  const unit = WHOLE / Math.max(1, voters)
  const left = stack(codes, before, unit)
  const right = stack(codes, after, unit)
  const used = { left: new Map<string, number>(), right: new Map<string, number>() }
  const take = (side: Map<string, number>, bar: Bar, width: number): number => {
    const from = side.get(bar.code) ?? 0
    side.set(bar.code, from + width)
    return bar.y + from + width / 2
  }
  const ribbons: Ribbon[] = []
  for (const a of left)
    for (const b of right) {
      const count = flow[a.code]?.[b.code]
      if (!count) continue
      const width = count * unit
      ribbons.push({
        from: a.code,
        to: b.code,
        ...{ count, width, y0: take(used.left, a, width), y1: take(used.right, b, width) },
      })
    }
  const height = Math.max(...[...left, ...right].map((bar) => bar.y + bar.height), 0) + 4
  return { left, right, ribbons, height }
}

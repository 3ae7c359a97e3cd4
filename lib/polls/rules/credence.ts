/** A hundred points over the options, in whole points. */
export const ALL_POINTS = 100

export type Points = number[]

/**
 * Shares out so many points in proportion to the weights, in whole points by the largest remainder (Hamilton's method);
 * equal remainders go by place. Without any weight, evenly.
 */
export function shareOut(points: number, weights: number[]): Points {
  const total = weights.reduce((sum, w) => sum + w, 0)
  const shares = weights.map((w) => (total > 0 ? w * points : points))
  const by = total > 0 ? total : weights.length
  const given = shares.map((share) => Math.floor(share / by))
  const left = points - given.reduce((sum, n) => sum + n, 0)
  const first = shares
    .map((share, i) => ({ i, rest: share % by }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, left)
  for (const { i } of first) given[i] = (given[i] ?? 0) + 1
  return given
}

/** As even as whole points allow. */
export const even = (options: number): Points => shareOut(ALL_POINTS, new Array<number>(options).fill(0))

/** The most that one option can have beside those that are held. */
export const mostFor = (points: Points, held: boolean[], at: number): number =>
  ALL_POINTS - points.reduce((sum, n, i) => (i !== at && held[i] ? sum + n : sum), 0)

/**
 * Gives one option so many points. The others that are not held give or take, in proportion to what `from` says they
 * have; those held stay. What cannot be is brought to the nearest that can; where nobody can give, nothing changes.
 * The sum is always 100.
 */
export function setPoints(from: Points, held: boolean[], at: number, wanted: number): Points {
  const free = from.flatMap((_, i) => (i !== at && !held[i] ? [i] : []))
  if (free.length === 0) return from
  const most = mostFor(from, held, at)
  const value = Math.min(most, Math.max(0, Math.round(Number.isFinite(wanted) ? wanted : 0)))
  const given = shareOut(
    most - value,
    free.map((i) => from[i] ?? 0),
  )
  return from.map((n, i) => (i === at ? value : free.includes(i) ? (given[free.indexOf(i)] ?? 0) : n))
}

/**
 * Sliders as they are moved. While one slider is moved, what the others have is worked out from where they stood when
 * it was taken up: going there and back restores them, and no rounding adds up.
 */
export type Credence = { points: Points; held: boolean[]; moving: { at: number; from: Points } | null }

export const credenceOf = (points: Points): Credence => ({
  points,
  held: points.map(() => false),
  moving: null,
})

export function moveTo(state: Credence, at: number, wanted: number): Credence {
  const from = state.moving?.at === at ? state.moving.from : state.points
  return { ...state, points: setPoints(from, state.held, at, wanted), moving: { at, from } }
}

export const hold = (state: Credence, at: number): Credence => ({
  ...state,
  held: state.held.map((h, i) => (i === at ? !h : h)),
  moving: null,
})

/** What a key does to a slider (WAI-ARIA Authoring Practices, "Slider"); null for any other key. */
export function keyed(key: string, now: number, most: number): number | null {
  const steps: Record<string, number> = {
    ...{ ArrowUp: now + 1, ArrowRight: now + 1, ArrowDown: now - 1, ArrowLeft: now - 1 },
    ...{ PageUp: now + 10, PageDown: now - 10, Home: 0, End: most },
  }
  return steps[key] ?? null
}

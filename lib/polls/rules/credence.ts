import { ALL_POINTS, evenPoints, shareOut } from '@/lib/explanations/rules/points'

export type Points = number[]

/** As even as whole points allow. */
export const even = evenPoints

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

/** A ballot in the making: what is ranked, best first; `level` ties an option with the one above it. */
export type Place = { code: string; level: boolean }

export const fromTiers = (tiers: string[][]): Place[] =>
  tiers.flatMap((tier) => tier.map((code, i) => ({ code, level: i > 0 })))

export function toTiers(places: Place[]): string[][] {
  const tiers: string[][] = []
  for (const { code, level } of places) {
    const last = tiers.at(-1)
    if (level && last) last.push(code)
    else tiers.push([code])
  }
  return tiers
}

/** 1, 2, 2, 4: those who are level share a number, as in a race. */
export function numbers(places: Place[]): number[] {
  const given: number[] = []
  for (const [i, { level }] of places.entries()) given.push(level && i > 0 ? (given[i - 1] ?? 1) : i + 1)
  return given
}

/** Nothing is level with what is not there. */
const tidy = (places: Place[]): Place[] => places.map((p, i) => (i === 0 ? { ...p, level: false } : p))

export const add = (places: Place[], code: string): Place[] => [...places, { code, level: false }]
export const remove = (places: Place[], code: string): Place[] => tidy(places.filter((p) => p.code !== code))
export const toggleLevel = (places: Place[], code: string): Place[] =>
  tidy(places.map((p) => (p.code === code ? { ...p, level: !p.level } : p)))

export function move(places: Place[], code: string, by: 1 | -1): Place[] {
  const from = places.findIndex((p) => p.code === code)
  const to = from + by
  if (from < 0 || to < 0 || to >= places.length) return places
  const moved = [...places]
  const [place] = moved.splice(from, 1)
  if (place) moved.splice(to, 0, { ...place, level: false })
  return tidy(moved)
}

export const sameTiers = (a: string[][], b: string[][]): boolean => {
  const plain = (tiers: string[][]) => JSON.stringify(tiers.map((tier) => [...tier].sort()))
  return plain(a) === plain(b)
}

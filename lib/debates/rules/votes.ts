import type { PhaseKind } from '../set-up/roles'

export type Wave = {
  slug: string
  seriesId: string
  waveIndex: number
  /** Of the phase that opened it; null where none did. */
  phase: PhaseKind | null
}

/**
 * The votes before and after a debate: of the question that its phases put (else the one with most waves), the wave of
 * the first-vote phase or else the earliest, and the wave of the second-vote phase or else the latest after it.
 */
export function votePair<T extends Wave>(waves: readonly T[]): { before: T; after: T | null } | null {
  const series = new Map<string, T[]>()
  for (const wave of [...waves].sort((a, b) => a.waveIndex - b.waveIndex))
    series.set(wave.seriesId, [...(series.get(wave.seriesId) ?? []), wave])
  const weight = (list: T[]) => list.filter((w) => w.phase !== null).length * 100 + list.length
  const [list] = [...series.values()].sort((a, b) => weight(b) - weight(a))
  const before = list?.find((w) => w.phase === 'PRE_VOTE') ?? list?.find((w) => w.phase !== 'POST_VOTE')
  if (!list || !before) return null
  const later = list.filter((w) => w.waveIndex > before.waveIndex)
  return { before, after: later.findLast((w) => w.phase === 'POST_VOTE') ?? later.at(-1) ?? null }
}

type Hung = { id: string; parentId: string | null }

/** Everything that answers a claim, and what answers that; without the claim itself. */
export function descendants(claims: readonly Hung[], id: string): Set<string> {
  const children = new Map<string | null, string[]>()
  for (const c of claims) children.set(c.parentId, [...(children.get(c.parentId) ?? []), c.id])
  const below = new Set<string>()
  const waiting = [...(children.get(id) ?? [])]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (below.has(next) || next === id) continue
    below.add(next)
    waiting.push(...(children.get(next) ?? []))
  }
  return below
}

export type Refused = 'ITSELF' | 'BELOW' | 'UNKNOWN'

/**
 * Whether a claim may hang there: never under itself or under what answers it, and only under a claim of the list
 * (its own debate's); null is the motion.
 */
export function refusedMove(claims: readonly Hung[], id: string, parentId: string | null): Refused | null {
  if (parentId === null) return null
  if (parentId === id) return 'ITSELF'
  if (!claims.some((c) => c.id === parentId)) return 'UNKNOWN'
  return descendants(claims, id).has(parentId) ? 'BELOW' : null
}

/** Whether the duplicate's answers may go to the kept claim: not where that one is among them, however deep. */
export const refusedMerge = (claims: readonly Hung[], duplicate: string, kept: string): Refused | null =>
  refusedMove(claims, duplicate, kept)

type Source = {
  kind: string
  noteId?: string | null
  sectionId?: string | null
  start?: number | null
  end?: number | null
  exact?: string | null
  evidenceId?: string | null
  text?: string
  url?: string | null
}

const identity = (s: Source): string =>
  JSON.stringify(
    s.kind === 'NOTE'
      ? [s.kind, s.noteId]
      : s.kind === 'PASSAGE'
        ? [s.kind, s.sectionId, s.start ?? null, s.end ?? null, s.exact]
        : s.kind === 'EVIDENCE'
          ? [s.kind, s.evidenceId]
          : s.kind === 'LINK'
            ? [s.kind, s.url]
            : [s.kind, s.text?.trim().toLowerCase()],
  )

/** Those of the duplicate's sources that the kept claim does not have yet. */
export function newSources<T extends Source>(kept: readonly Source[], duplicates: readonly T[]): T[] {
  const has = new Set(kept.map(identity))
  return duplicates.filter((s) => {
    const key = identity(s)
    if (has.has(key)) return false
    has.add(key)
    return true
  })
}

/**
 * What this browser keeps of a draft until the server has acknowledged it. Each window keeps its own copy: two that
 * are offline at once must not overwrite each other's.
 */
export type LocalCopy = { base: number; at: number; texts: Record<string, string> }

const prefixOf = (critiqueId: string) => `colloquy:critique:${critiqueId}:`

/** Storage may be full or forbidden (a private window): then only the page itself remembers. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}

export const keepLocal = (critiqueId: string, windowId: string, copy: LocalCopy): boolean =>
  attempt(() => {
    localStorage.setItem(prefixOf(critiqueId) + windowId, JSON.stringify(copy))
    return true
  }, false)

export const dropLocal = (critiqueId: string, windowId: string): void =>
  attempt(() => localStorage.removeItem(prefixOf(critiqueId) + windowId), undefined)

const keysOf = (critiqueId: string): string[] =>
  Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '').filter((key) =>
    key.startsWith(prefixOf(critiqueId)),
  )

function parse(text: string | null): LocalCopy | null {
  const copy: LocalCopy | null = attempt(() => JSON.parse(text ?? ''), null)
  return copy && typeof copy.base === 'number' && typeof copy.texts === 'object' ? copy : null
}

/** Takes every window's copy as one, the newer text of a field before the older, and forgets them. */
export function takeLocal(critiqueId: string): LocalCopy | null {
  return attempt(() => {
    const keys = keysOf(critiqueId)
    const copies = keys.flatMap((key) => parse(localStorage.getItem(key)) ?? []).sort((a, b) => a.at - b.at)
    for (const key of keys) localStorage.removeItem(key)
    const last = copies.at(-1)
    if (!last) return null
    const texts = Object.assign({}, ...copies.map((c) => c.texts)) as Record<string, string>
    return { base: Math.min(...copies.map((c) => c.base)), at: last.at, texts }
  }, null)
}

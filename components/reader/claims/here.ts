import type { ClaimInSection, ClaimParcel, ClaimsHereDto } from '@/lib/debates/schema'

export type Refs = ClaimInSection['refs']
type Entry = { seq: number; claim: ClaimInSection | null }

/** Which of a section's notes and words the source of a claim leads to; `path` is the section's. */
export function refsOf(hrefs: readonly (string | null)[], path: string): Refs {
  return hrefs.flatMap((href) => {
    if (!href?.startsWith(`${path}?`)) return []
    const query = new URLSearchParams(href.slice(path.length + 1))
    const at = /^(\d+)-(\d+)$/.exec(query.get('at') ?? '')
    const noteId = query.get('note')
    return noteId || at ? [{ noteId, start: at ? Number(at[1]) : null, end: at ? Number(at[2]) : null }] : []
  })
}

/** The claims on a section as they come: what is newer stays, whichever way it was told. */
export function claimsHere(path: string) {
  const entries = new Map<string, Entry>()
  const put = (id: string, entry: Entry) => {
    if ((entries.get(id)?.seq ?? 0) <= entry.seq) entries.set(id, entry)
  }
  return {
    list: (): ClaimInSection[] =>
      [...entries.values()].flatMap((e) => e.claim ?? []).sort((a, b) => a.number - b.number),
    begin: ({ seq, claims }: ClaimsHereDto) => {
      for (const claim of claims) put(claim.id, { seq, claim })
    },
    hear: (seq: number, { scopeId, claims, gone }: ClaimParcel) => {
      for (const { id, number, text, sources } of claims) {
        const refs = refsOf(
          sources.map((s) => s.href),
          path,
        )
        const claim = { id, number, debateId: scopeId, excerpt: text.slice(0, 90), refs }
        put(id, { seq, claim: refs.length ? claim : null })
      }
      for (const { id } of gone) put(id, { seq, claim: null })
    },
  }
}

/** The words of the section that claims rest on. */
export const spansOf = (claims: readonly ClaimInSection[]): { start: number; end: number }[] =>
  claims.flatMap((c) =>
    c.refs.flatMap(({ start, end }) => (start !== null && end !== null ? [{ start, end }] : [])),
  )

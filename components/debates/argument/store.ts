import type { ArgumentDto, ClaimFact, ClaimParcel, GoneClaim, OwnJudgements } from '@/lib/debates/schema'

export type Snapshot = {
  claims: readonly ClaimFact[]
  /** Claims that others carry on, by the number that people know them by. */
  merged: readonly GoneClaim[]
  own: OwnJudgements
}

export type ClaimStore = ReturnType<typeof claimStore>

type Entry = { seq: number; claim: ClaimFact | null; gone: GoneClaim | null }

/**
 * The claims of a debate in the browser. Every entry knows the event that it is at least as new as, so an older
 * telling never overwrites a newer one, in whatever order events, answers and whole snapshots arrive.
 */
export function claimStore(first: ArgumentDto) {
  let entries = new Map<string, Entry>()
  let own: OwnJudgements = first.own
  let seen = first.seq
  let snapshot: Snapshot
  const watchers = new Set<() => void>()

  const publish = () => {
    const all = [...entries.values()]
    snapshot = {
      claims: all.flatMap((e) => e.claim ?? []).sort((a, b) => a.number - b.number),
      merged: all.flatMap((e) => (e.gone?.intoId ? [e.gone] : [])),
      own,
    }
    for (const watch of watchers) watch()
  }
  const put = (id: string, entry: Entry) => {
    const before = entries.get(id)
    if (!before || before.seq <= entry.seq) entries.set(id, entry)
  }

  /** Everything anew, as of an event; what was told later stays. */
  const adopt = ({ seq, claims, merged, own: judgements }: ArgumentDto) => {
    const later = [...entries].filter(([, entry]) => entry.seq > seq)
    entries = new Map()
    for (const claim of claims) put(claim.id, { seq, claim, gone: null })
    for (const gone of merged) put(gone.id, { seq, claim: null, gone })
    for (const [id, entry] of later) entries.set(id, entry)
    own = judgements
    seen = Math.max(seen, seq)
    publish()
  }
  adopt(first)

  return {
    read: (): Snapshot => snapshot,
    watch: (watcher: () => void) => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    /** The last event that is in it. */
    seen: () => seen,
    adopt,
    /** What an event brought. */
    hear: (seq: number, { claims, gone }: Pick<ClaimParcel, 'claims' | 'gone'>) => {
      for (const claim of claims) put(claim.id, { seq, claim, gone: null })
      for (const one of gone) put(one.id, { seq, claim: null, gone: one })
      seen = Math.max(seen, seq)
      publish()
    },
    /** Shows what was asked for before the server has answered; the answer's event says how it really is. */
    hope: (id: string, part: Partial<ClaimFact>) => {
      const entry = entries.get(id)
      if (entry?.claim) entries.set(id, { ...entry, claim: { ...entry.claim, ...part } })
      publish()
    },
    judge: (id: string, judgement: OwnJudgements[string] | null) => {
      const { [id]: _before, ...others } = own
      own = judgement ? { ...others, [id]: judgement } : others
      publish()
    },
  }
}

/** The claim that people mean by a number: that claim, or the one that it was merged into. */
export function byNumber({ claims, merged }: Snapshot, number: number): ClaimFact | undefined {
  const claim = claims.find((c) => c.number === number)
  if (claim) return claim
  let id = merged.find((m) => m.number === number)?.intoId
  for (let step = 0; id && step <= merged.length; step++) {
    const next = claims.find((c) => c.id === id)
    if (next) return next
    id = merged.find((m) => m.id === id)?.intoId
  }
}

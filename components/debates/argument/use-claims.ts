'use client'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { claimTree } from '@/lib/debates/rules/tree'
import type { ArgumentDto, ClaimDto, ClaimParcel } from '@/lib/debates/schema'
import { useRoom } from '../room'
import { type ClaimStore, claimStore, type Snapshot } from './store'

/** How long the stream may take to bring what this window did, before it asks. */
const PATIENCE_MS = 2500

async function fetchArgument(debateId: string): Promise<ArgumentDto | null> {
  try {
    const answer = await fetch(`/api/debates/${debateId}/claims`)
    return answer.ok ? ((await answer.json()) as ArgumentDto) : null
  } catch {
    return null
  }
}

function placedOf({ claims }: Snapshot): ClaimDto[] {
  const numbers = new Map(claims.map((c) => [c.id, c.number]))
  return claimTree(claims).map((c) => ({
    ...c,
    parentNumber: c.parentId ? (numbers.get(c.parentId) ?? null) : null,
  }))
}

/** The claims as they are, following what others do: by the stream, one telling for each change. */
export function useClaims(first: ArgumentDto) {
  const { debateId, listen } = useRoom()
  const [store] = useState(() => claimStore(first))
  const snapshot = useSyncExternalStore(store.watch, store.read, store.read)
  // the page was asked for anew, because a vote opened or too much was missed
  useEffect(() => {
    if (first.seq > 0) store.adopt(first)
  }, [store, first])
  useEffect(
    () =>
      listen(({ seq, type, data }) => {
        if (type.startsWith('claim.')) store.hear(seq, data as ClaimParcel)
      }),
    [listen, store],
  )
  const reload = useCallback(async () => {
    const fresh = await fetchArgument(debateId)
    if (fresh) store.adopt(fresh)
  }, [debateId, store])
  const settle = useSettle(store, reload)
  const placed = useMemo(() => placedOf(snapshot), [snapshot])
  const byId = useMemo(() => new Map(placed.map((c) => [c.id, c])), [placed])
  return { store, snapshot, placed, byId, own: snapshot.own, reload, settle }
}

const useSettle = (store: ClaimStore, reload: () => Promise<void>) =>
  useCallback(
    (seq: number | undefined) => {
      if (seq === undefined) return
      setTimeout(() => {
        if (store.seen() < seq) void reload()
      }, PATIENCE_MS)
    },
    [store, reload],
  )

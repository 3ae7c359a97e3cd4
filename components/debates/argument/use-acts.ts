'use client'
import { useCallback } from 'react'
import { toast } from '@/components/ui/toasts'
import {
  deleteClaimAction,
  linkClaimsAction,
  mergeClaimsAction,
  moveClaimAction,
  restoreClaimAction,
  separateClaimsAction,
  unlinkClaimAction,
} from '@/lib/debates/actions'
import { claimCode, type Relation } from '@/lib/debates/rules/tree'
import type { ClaimDto, ClaimRef } from '@/lib/debates/schema'
import type { Result } from '@/lib/server/action'
import { useRoom } from '../room'
import { send } from '../send'
import { useArgument } from './context'

export type Place = { parentId: string | null; relation: Relation }

/** What can be done to claims that are there, each with its way back. */
export function useActs() {
  const { store, snapshot, settle, reload, placed, steer } = useArgument()
  const { mine } = useRoom()

  const run = useCallback(
    async (id: string, call: () => Promise<Result<ClaimRef>>): Promise<Result<ClaimRef>> => {
      mine(id)
      const answer = await send(call())
      if (answer.ok) settle(answer.value.seq)
      else {
        toast(answer.message, { tone: 'bad' })
        void reload()
      }
      return answer
    },
    [mine, settle, reload],
  )

  const partners = (claim: ClaimDto): string[] =>
    snapshot.claims
      .filter((c) => claim.linkGroup !== null && c.linkGroup === claim.linkGroup && c.id !== claim.id)
      .map((c) => c.id)

  const put = (id: string, place: Place) => {
    store.hope(id, { ...place, linkGroup: null })
    return run(id, () => moveClaimAction({ id, ...place }))
  }

  return {
    run,
    /** Hangs it elsewhere at once, and takes it back if that is refused. */
    move: async (claim: ClaimDto, to: Place) => {
      const { id, parentId, relation } = claim
      const linked = partners(claim)
      const target = to.parentId ? placed.find((c) => c.id === to.parentId) : null
      const answer = await put(id, to)
      if (!answer.ok) return
      const where = target ? `under ${claimCode(target.number)}` : 'under the motion'
      toast(`${claimCode(claim.number)} moved ${where}.`, {
        undo: async () => {
          const back = await put(id, { parentId, relation })
          if (back.ok && linked.length) await run(id, () => linkClaimsAction({ ids: [id, ...linked] }))
        },
      })
    },
    remove: async (claim: ClaimDto) => {
      const { id } = claim
      const answer = await run(id, () => deleteClaimAction({ id }))
      if (!answer.ok) return
      if (claim.parentId) steer.choose(claim.parentId, true)
      toast(`${claimCode(claim.number)} deleted.`, {
        undo: () => void run(id, () => restoreClaimAction({ id })),
      })
    },
    merge: async (claim: ClaimDto, into: ClaimDto) => {
      const { id } = claim
      const answer = await run(id, () => mergeClaimsAction({ id, intoId: into.id }))
      if (!answer.ok) return answer
      steer.choose(into.id, true)
      toast(`${claimCode(claim.number)} merged into ${claimCode(into.number)}.`, {
        undo: () => void run(id, () => separateClaimsAction({ id })),
      })
      return answer
    },
    separate: (id: string) => run(id, () => separateClaimsAction({ id })),
    link: (ids: string[]) => run(ids[0] ?? '', () => linkClaimsAction({ ids })),
    unlink: async (claim: ClaimDto) => {
      const linked = partners(claim)
      const { id } = claim
      const answer = await run(id, () => unlinkClaimAction({ id }))
      if (answer.ok)
        toast(`${claimCode(claim.number)} helps by itself now.`, {
          undo: () => void run(id, () => linkClaimsAction({ ids: [id, ...linked] })),
        })
    },
  }
}

export type Acts = ReturnType<typeof useActs>

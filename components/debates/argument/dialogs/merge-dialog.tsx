'use client'
import { useMemo, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { descendants } from '@/lib/debates/rules/move'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { useArgument } from '../context'
import { useActs } from '../use-acts'
import { ActionsRow } from './actions-row'
import { ClaimPicker } from './claim-picker'

/** Two claims that say the same become one. */
export default function MergeDialog({ claim, onClose }: { claim: ClaimDto; onClose: () => void }) {
  const { placed, byId } = useArgument()
  const { merge } = useActs()
  const [into, setInto] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const places = useMemo(() => {
    const below = descendants(placed, claim.id)
    return placed.filter((c) => c.id !== claim.id && !below.has(c.id))
  }, [placed, claim.id])
  const kept = into ? byId.get(into) : undefined
  const code = claimCode(claim.number)
  const send = async () => {
    if (!kept) return
    setBusy(true)
    await merge(claim, kept)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={`Merge ${code}`}>
      <p className="mb-4 text-13 text-ink-2">
        The claim that you choose stays and gets the answers, sources and judgements of {code}. {code} leaves
        the argument, and links to it lead to the other. You can separate them again in the history of the one
        that stays.
      </p>
      <ClaimPicker
        label={`Which says the same as ${code}`}
        claims={places}
        chosen={into}
        onChoose={setInto}
      />
      <ActionsRow
        verb={kept ? `Merge into ${claimCode(kept.number)}` : 'Merge'}
        busy={busy}
        disabled={!kept}
        onCancel={onClose}
        onDo={() => void send()}
      />
    </Dialog>
  )
}

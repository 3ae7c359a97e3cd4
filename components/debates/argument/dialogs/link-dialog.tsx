'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { excerptOf } from '@/lib/debates/rules/source-label'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { useArgument } from '../context'
import { useActs } from '../use-acts'
import { ActionsRow } from './actions-row'

const isPartner = (claim: ClaimDto, other: ClaimDto): boolean =>
  claim.linkGroup !== null && other.linkGroup === claim.linkGroup

/** Marks premises that help only together, or takes one out of them. */
export default function LinkDialog({ claim, onClose }: { claim: ClaimDto; onClose: () => void }) {
  const { placed } = useArgument()
  const { link, unlink } = useActs()
  const beside = placed.filter(
    (c) => c.id !== claim.id && c.parentId === claim.parentId && c.relation === claim.relation,
  )
  const [chosen, setChosen] = useState(
    () => new Set(beside.filter((c) => isPartner(claim, c)).map((c) => c.id)),
  )
  const [busy, setBusy] = useState(false)
  const code = claimCode(claim.number)
  const fresh = beside.some((c) => chosen.has(c.id) && !isPartner(claim, c))
  const send = async () => {
    setBusy(true)
    await link([claim.id, ...chosen])
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={`Link ${code} with other premises`}>
      <p className="mb-4 text-13 text-ink-2">
        Linked premises help only together: if one of them falls, so do the others. They speak to the same
        claim and point the same way.
      </p>
      {beside.length === 0 ? (
        <p className="text-14">No other claim speaks to the same and points the same way as {code}.</p>
      ) : (
        <fieldset className="grid border-y border-rule max-h-72 overflow-y-auto">
          <legend className="sr-only">Premises that {code} helps with</legend>
          {beside.map((c) => (
            <label
              key={c.id}
              className="flex items-baseline gap-2.5 px-2 py-1.5 pointer-coarse:py-3 border-b border-rule last:border-b-0 text-13 cursor-pointer hover:bg-sunk has-checked:bg-accent-soft"
            >
              <input
                type="checkbox"
                className="accent-accent self-center"
                checked={chosen.has(c.id)}
                disabled={isPartner(claim, c)}
                onChange={(event) => {
                  const next = new Set(chosen)
                  if (event.target.checked) next.add(c.id)
                  else next.delete(c.id)
                  setChosen(next)
                }}
              />
              <span className="num font-semibold">{claimCode(c.number)}</span>
              <span className="min-w-0">{excerptOf(c.text, 140)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {claim.linkGroup === null ? null : (
        <div className="mt-4">
          <Button
            onClick={() => {
              onClose()
              void unlink(claim)
            }}
          >
            Take {code} out of its linked premises
          </Button>
        </div>
      )}
      <ActionsRow verb="Link" busy={busy} disabled={!fresh} onCancel={onClose} onDo={() => void send()} />
    </Dialog>
  )
}

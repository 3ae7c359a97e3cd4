'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { toast } from '@/components/ui/toasts'
import { deleteClaimAction, editClaimAction, restoreClaimAction } from '@/lib/debates/actions'
import { claimCode, type Relation } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { AddClaim } from './add-claim'
import { type ClaimDraft, ClaimForm } from './claim-form'
import { saved, toSend } from './draft-source'
import { useRoom } from './room'
import { send } from './send'

type Open = Relation | 'EDIT' | null

const TOOL =
  'h-7 pointer-coarse:h-11 -mx-1 px-1 rounded-sm text-13 text-ink-2 hover:text-ink hover:underline underline-offset-2 cursor-pointer aria-expanded:text-ink aria-expanded:underline'

/** The button that had the focus goes with its claim: on to what the claim spoke to. */
const focusParent = ({ parentNumber }: ClaimDto): void =>
  document
    .getElementById(parentNumber === null ? 'argument' : claimCode(parentNumber))
    ?.querySelector<HTMLElement>('a, button')
    ?.focus({ preventScroll: true })

function useDelete(claim: ClaimDto): () => Promise<void> {
  const router = useRouter()
  const { mine } = useRoom()
  const { id } = claim
  const code = claimCode(claim.number)
  const undo = async () => {
    mine(id)
    const answer = await send(restoreClaimAction({ id }))
    if (!answer.ok) toast(answer.message, { tone: 'bad' })
    router.refresh()
  }
  return async () => {
    mine(id)
    const answer = await send(deleteClaimAction({ id }))
    if (!answer.ok) return toast(answer.message, { tone: 'bad' })
    toast(`${code} deleted.`, { undo })
    focusParent(claim)
    router.refresh()
  }
}

function EditClaim({ claim, onDone }: { claim: ClaimDto; onDone: () => void }) {
  const router = useRouter()
  const { mine } = useRoom()
  const { id, relation, text, parentNumber } = claim
  const initial: ClaimDraft = { relation, text, sources: saved(claim) }
  const sending = async (draft: ClaimDraft) => {
    const kept = new Set(draft.sources.map((s) => s.savedId))
    const remove = claim.sources.map((s) => s.id).filter((sourceId) => !kept.has(sourceId))
    mine(id)
    const answer = await send(
      editClaimAction({ id, relation: draft.relation, text: draft.text, add: toSend(draft.sources), remove }),
    )
    if (answer.ok) router.refresh()
    return answer
  }
  return (
    <ClaimForm
      name={`edit-${id}`}
      target={parentNumber === null ? 'the motion' : claimCode(parentNumber)}
      initial={initial}
      verb="Save"
      onSend={sending}
      onDone={onDone}
      discards
    />
  )
}

/** What one can do with a claim, and the form that it opens. */
export function ClaimTools({ claim, canAdd }: { claim: ClaimDto; canAdd: boolean }) {
  const [open, setOpen] = useState<Open>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const remove = useDelete(claim)
  const code = claimCode(claim.number)
  const close = () => {
    setOpen(null)
    opener.current?.focus()
  }
  const tool = (what: Exclude<Open, null>, label: string, look?: string) => (
    <button
      type="button"
      ref={open === what ? opener : undefined}
      aria-expanded={open === what}
      onClick={() => setOpen(open === what ? null : what)}
      className={cx(TOOL, look)}
    >
      {label}
      <span className="sr-only"> {code}</span>
    </button>
  )
  const parent = { id: claim.id, code }
  return (
    <>
      <div className="mt-1 flex flex-wrap gap-x-5 print:hidden">
        {canAdd ? tool('SUPPORTS', 'Add for', 'hover:text-for aria-expanded:text-for') : null}
        {canAdd ? tool('OPPOSES', 'Add against', 'hover:text-against aria-expanded:text-against') : null}
        {claim.can.edit ? tool('EDIT', 'Edit') : null}
        {claim.can.delete ? (
          <button type="button" onClick={remove} className={cx(TOOL, 'hover:text-bad')}>
            Delete<span className="sr-only"> {code}</span>
          </button>
        ) : null}
      </div>
      {open === 'EDIT' ? <EditClaim claim={claim} onDone={close} /> : null}
      {open === 'SUPPORTS' || open === 'OPPOSES' ? (
        <AddClaim key={open} name={`${claim.id}-${open}`} parent={parent} relation={open} onDone={close} />
      ) : null}
    </>
  )
}

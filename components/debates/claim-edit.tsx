'use client'
import { editClaimAction } from '@/lib/debates/actions'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { useArgument } from './argument/context'
import { type ClaimDraft, ClaimForm } from './claim-form'
import { saved, toSend } from './draft-source'
import { MOTION } from './relation-choice'
import { useRoom } from './room'
import { send } from './send'

/** The form that mends a claim. */
export function EditClaim(props: { claim: ClaimDto; atSources?: boolean; onDone: () => void }) {
  const { claim } = props
  const { mine } = useRoom()
  const { settle } = useArgument()
  const { id, relation, text, toulmin, parentNumber } = claim
  const initial: ClaimDraft = { relation, text, toulmin, sources: saved(claim) }
  const sending = async (draft: ClaimDraft) => {
    const kept = new Set(draft.sources.map((s) => s.savedId))
    const remove = claim.sources.map((s) => s.id).filter((sourceId) => !kept.has(sourceId))
    mine(id)
    const answer = await send(
      editClaimAction({
        ...{ id, relation: draft.relation, text: draft.text, toulmin: draft.toulmin, remove },
        add: toSend(draft.sources),
      }),
    )
    if (answer.ok) settle(answer.value.seq)
    return answer
  }
  return (
    <ClaimForm
      name={`edit-${id}`}
      target={parentNumber === null ? MOTION : claimCode(parentNumber)}
      initial={initial}
      verb="Save"
      onSend={sending}
      onDone={props.onDone}
      atSources={props.atSources}
      discards
    />
  )
}

'use client'
import { toast } from '@/components/ui/toasts'
import { addClaimAction } from '@/lib/debates/actions'
import { claimCode, type Relation } from '@/lib/debates/rules/tree'
import { useArgument } from './argument/context'
import { type ClaimDraft, ClaimForm } from './claim-form'
import { type DraftSource, toSend } from './draft-source'
import { MOTION } from './relation-choice'
import { useRoom } from './room'
import { send } from './send'

/** The form of a new claim, for or against the motion (`parent` null) or another claim. */
export function AddClaim(props: {
  name: string
  parent: { id: string; code: string } | null
  relation: Relation
  sources?: DraftSource[]
  onDone: () => void
}) {
  const { debateId, mine } = useRoom()
  const { settle } = useArgument()
  const { parent, relation, sources = [] } = props
  const sending = async (draft: ClaimDraft) => {
    const { id, text } = draft
    if (id) mine(id)
    const answer = await send(
      addClaimAction({
        id,
        debateId,
        parentId: parent?.id ?? null,
        relation: draft.relation,
        text,
        toulmin: draft.toulmin,
        sources: toSend(draft.sources),
      }),
    )
    if (answer.ok) {
      if (!id) mine(answer.value.id)
      toast(`${claimCode(answer.value.number)} added.`)
      settle(answer.value.seq)
    }
    return answer
  }
  return (
    <ClaimForm
      name={props.name}
      target={parent?.code ?? MOTION}
      initial={{ relation, text: '', toulmin: null, sources }}
      verb="Add claim"
      onSend={sending}
      onDone={props.onDone}
    />
  )
}

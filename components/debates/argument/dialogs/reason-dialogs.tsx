'use client'
import { ReasonDialog } from '@/components/ui/reason-dialog'
import { toast } from '@/components/ui/toasts'
import { moderateClaimAction, reportClaimAction } from '@/lib/debates/actions'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { useRoom } from '../../room'
import { send } from '../../send'
import { useArgument } from '../context'

type Props = { claim: ClaimDto; onClose: () => void }

/** What goes with hiding a claim, for its author. */
export function HideClaim({ claim, onClose }: Props) {
  const { settle } = useArgument()
  const { mine } = useRoom()
  const hide = async (reason: string): Promise<string | undefined> => {
    mine(claim.id)
    const answer = await send(moderateClaimAction({ id: claim.id, act: 'HIDE', reason }))
    if (!answer.ok) return answer.fields?.reason ?? answer.message
    settle(answer.value.seq)
  }
  return (
    <ReasonDialog
      title={`Hide ${claimCode(claim.number)} by ${claim.author}`}
      label="Why"
      hint="The class sees that a claim was hidden, not what it said; what answers it stays. Its author can still read it, with your reason."
      verb="Hide the claim"
      onSend={hide}
      onClose={onClose}
    />
  )
}

/** What the staff are to look at, and why. */
export function ReportClaim({ claim, onClose }: Props) {
  const report = async (reason: string): Promise<string | undefined> => {
    const answer = await send(reportClaimAction({ id: claim.id, reason }))
    if (!answer.ok) return answer.fields?.reason ?? answer.message
    toast('Reported. The staff will look at it.')
  }
  return (
    <ReasonDialog
      title={`Report ${claimCode(claim.number)} by ${claim.author}`}
      label="What is wrong with it"
      hint="The instructor and the assistants read this and see that it comes from you. Nobody else does."
      verb="Send to the staff"
      onSend={report}
      onClose={onClose}
    />
  )
}

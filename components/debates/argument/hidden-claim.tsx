'use client'
import { useState } from 'react'
import { SafeHtml } from '@/components/ui/bits'
import { toast } from '@/components/ui/toasts'
import { moderateClaimAction } from '@/lib/debates/actions'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto, ClaimHistory } from '@/lib/debates/schema'
import { mayRead, useArgument } from './context'
import { fetchHistory } from './history'
import { useActs } from './use-acts'

const LINK = 'underline underline-offset-2 hover:text-ink cursor-pointer pointer-coarse:py-2'

/** What stands where the staff have hidden a claim: its author and the staff may still ask for its words. */
export function HiddenClaim({ claim, reachable = true }: { claim: ClaimDto; reachable?: boolean }) {
  const { viewer } = useArgument()
  const { run } = useActs()
  const [words, setWords] = useState<ClaimHistory['hidden']>(null)
  const { id } = claim
  const tabIndex = reachable ? undefined : -1
  const ask = async () => {
    const history = await fetchHistory(id)
    if (history?.hidden) setWords(history.hidden)
    else toast('The claim could not be loaded. Try again.', { tone: 'bad' })
  }
  const show = () => void run(id, () => moderateClaimAction({ id, act: 'SHOW' }))
  return (
    <div className="mt-0.5 text-14 text-ink-3">
      <p className="flex flex-wrap gap-x-3">
        <i>{claim.authorId === viewer.memberId ? 'Your' : 'This'} claim was hidden by the staff.</i>
        {mayRead(viewer, claim) && !words ? (
          <button type="button" tabIndex={tabIndex} className={LINK} onClick={() => void ask()}>
            Show it to me<span className="sr-only"> {claimCode(claim.number)}</span>
          </button>
        ) : null}
        {viewer.staff ? (
          <button type="button" tabIndex={tabIndex} className={LINK} onClick={show}>
            Put it back<span className="sr-only"> {claimCode(claim.number)}</span>
          </button>
        ) : null}
      </p>
      {words ? (
        <>
          <SafeHtml html={words.html} className="mt-1 font-serif text-16 text-ink-2 max-w-[62ch]" />
          <p className="mt-1">Reason: {words.reason}</p>
        </>
      ) : null}
    </div>
  )
}

import type { Ref } from 'react'
import type { OwnBallot } from '@/lib/polls/schema'

export function ReceiptCode({ children }: { children: string }) {
  return (
    <code className="rounded-sm bg-sunk px-1.5 py-0.5 font-mono text-13 font-medium whitespace-nowrap">
      {children}
    </code>
  )
}

/** What the voter keeps. It stays the same through every change. */
export function Receipt({
  own,
  changed,
  ref,
}: {
  own: OwnBallot
  changed: boolean
  ref: Ref<HTMLDivElement>
}) {
  return (
    <div
      ref={ref}
      role="status"
      tabIndex={-1}
      className="mb-6 scroll-mt-32 border-l-2 border-good py-1 pl-3 text-14 text-ink-2"
    >
      <p>
        <b className="font-semibold text-ink">Your ballot is cast.</b> Receipt{' '}
        <ReceiptCode>{own.receipt}</ReceiptCode>
      </p>
      <p className="mt-1 text-13 text-ink-3">
        {changed
          ? 'What you have changed below does not count until you send it.'
          : 'Note it down: after the close it finds your ballot in the published list, and nothing else can. You can change your ballot until then; the receipt stays.'}
      </p>
    </div>
  )
}

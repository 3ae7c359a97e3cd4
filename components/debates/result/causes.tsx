import { CauseList } from '@/components/polls/cause-list'
import { Section } from '@/components/ui/page'
import type { DebateResult } from '@/lib/debates/result/schema'

const votes = (ballots: number | null) => (
  <span className="text-13 text-ink-2">
    {ballots === null ? (
      'nearly all'
    ) : (
      <>
        <b className="num text-16 font-semibold text-ink">{ballots}</b> votes
      </>
    )}
  </span>
)

/** The claims and the evidence that most voters name, and what they wrote. */
export function WhatMoved({ result, base }: { result: DebateResult; base: string }) {
  const { causes, reasons } = result
  return (
    <Section
      title="What moved votes"
      sub="What at least three ballots of the second vote name. How many name less than that, or nothing, is not told."
    >
      {causes.length > 0 ? (
        <CauseList causes={causes} base={base} count={votes} />
      ) : (
        <p className="text-14 text-ink-2">No claim and no piece of evidence is named by three ballots.</p>
      )}
      {reasons.length > 0 ? (
        <div className="mt-8">
          <h3 className="text-16">What voters wrote</h3>
          <p className="mt-1 mb-3 text-13 text-ink-3">
            With the second vote, in no order and without a name.
          </p>
          <ul className="grid gap-3 max-w-[76ch]">
            {reasons.map((reason, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two voters may have written the same, and the list never changes
              <li key={i} className="border-l border-rule-strong pl-3 font-serif text-16 whitespace-pre-line">
                {reason}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Section>
  )
}

import { Section } from '@/components/ui/page'
import type { PollResult } from '@/lib/polls/schema'
import { CauseList } from '../cause-list'

const ballotsNaming = (ballots: number | null) => (
  <span className="num text-right font-medium">
    {ballots ?? 'nearly all'}
    <span className="sr-only"> ballots</span>
  </span>
)

/** What voters named as what moved them, from three ballots on. */
export function Causes({ causes, base }: { causes: PollResult['causes']; base: string }) {
  if (causes.length === 0) return null
  return (
    <Section
      title="What moved voters"
      sub="Claims and evidence that at least three ballots name. How many name fewer, or nothing, is not told."
    >
      <CauseList causes={causes} base={base} count={ballotsNaming} />
    </Section>
  )
}

import { FlowPlot } from '@/components/plots/flow-plot'
import { Section } from '@/components/ui/page'
import type { PollOptionDto, PollPage } from '@/lib/polls/schema'

type Moved = NonNullable<PollPage['moved']>
type Props = { moved: Moved; options: PollOptionDto[]; before: string; after: string; file: string }

/** First choices of those who voted twice, and the moves between them that are large enough to show. */
export function WhoMoved({ moved, options, before, after, file }: Props) {
  return (
    <Section
      title="Who moved"
      sub={`First choices of the ${moved.voters} who voted both times. Moves of fewer than three voters are not shown, nor others that would give them away.`}
    >
      <FlowPlot
        quiet
        title="First choices before and after"
        moves={moved}
        options={options}
        before={before}
        after={after}
        file={file}
      />
    </Section>
  )
}

import { ChangePlot } from '@/components/plots/change-plot'
import { Section } from '@/components/ui/page'
import type { Move, Shifts } from '@/lib/polls/rules/shifts'
import type { PollMethodName, PollOptionDto } from '@/lib/polls/schema'

const WAYS = { up: 'up', same: 'the same', down: 'down' }
/** Where all ways are told together, nothing is. */
const said = ({ ways, voters }: Move): string[] =>
  voters > 0 && ways.length < Object.keys(WAYS).length
    ? [`${voters} ${ways.map((w) => WAYS[w]).join(' or ')}`]
    : []

/** What the right end stands for; credences seldom come near a hundred, so theirs is the largest mean. */
const MOST: Partial<Record<PollMethodName, number>> = { SCORE: 5, APPROVAL: 1 }

type Props = {
  shifts: Shifts
  options: PollOptionDto[]
  before: string
  after: string
  file: string
  method: PollMethodName
}

/** Mean points of those who voted both times, and how many went which way, in groups of three or more. */
export function PointsMoved({ shifts, options, before, after, file, method }: Props) {
  return (
    <Section
      title="How points moved"
      sub={`Means of the ${shifts.voters} who voted both times. Ways that fewer than three went are told together with others, or not at all.`}
    >
      <ChangePlot
        quiet
        title="Mean points before and after"
        file={file}
        before={before}
        after={after}
        most={MOST[method]}
        rows={shifts.rows.map(({ code, before: was, after: is, moves }) => {
          const option = options.find((o) => o.code === code)
          return {
            ...{ key: code, label: option?.shortLabel ?? code, before: was, after: is, hue: option?.hue },
            note: moves.flatMap(said).join(', ') || undefined,
          }
        })}
      />
    </Section>
  )
}

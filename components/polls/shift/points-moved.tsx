import { ChangePlot } from '@/components/plots/change-plot'
import { Section } from '@/components/ui/page'
import type { Move, Shifts } from '@/lib/polls/rules/shifts'
import type { PollOptionDto } from '@/lib/polls/schema'

const WAYS = { up: 'up', same: 'the same', down: 'down' }
const said = ({ ways, voters }: Move): string => `${voters} ${ways.map((w) => WAYS[w]).join(' or ')}`

type Props = {
  shifts: Shifts
  options: PollOptionDto[]
  before: string
  after: string
  file: string
  most: number
}

/** Mean points of those who voted both times, and how many went which way, in groups of three or more. */
export function PointsMoved({ shifts, options, before, after, file, most }: Props) {
  return (
    <Section
      title="How points moved"
      sub={`Means of the ${shifts.voters} who voted both times. Ways that fewer than three went are told together with others.`}
    >
      <ChangePlot
        quiet
        title="Mean points before and after"
        file={file}
        before={before}
        after={after}
        most={most}
        rows={shifts.rows.map(({ code, before: was, after: is, moves }) => {
          const option = options.find((o) => o.code === code)
          return {
            ...{ key: code, label: option?.shortLabel ?? code, before: was, after: is, hue: option?.hue },
            note: moves
              .filter((m) => m.voters > 0)
              .map(said)
              .join(', '),
          }
        })}
      />
    </Section>
  )
}

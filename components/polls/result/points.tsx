import { DotPlot } from '@/components/plots/dot-plot'
import { TwinTable } from '@/components/plots/twin'
import { Section } from '@/components/ui/page'
import type { Way } from '@/lib/polls/rules/shifts'
import type { Marks, PollMethodName, PollOptionDto, PollPage } from '@/lib/polls/schema'

type Spread = {
  method: PollMethodName
  options: PollOptionDto[]
  order: string[]
  marks: Marks[]
  file: string
}

/** How points are spread over the ballots, option by option. */
export function PointSpread({ method, options, order, marks, file }: Spread) {
  const credence = method === 'CREDENCE'
  const rows = order.map((code) => {
    const option = options.find((o) => o.code === code)
    return {
      ...{ key: code, label: option?.shortLabel ?? code, hue: option?.hue ?? 'h6' },
      values: marks.map(({ scores }) => scores[code] ?? 0),
    }
  })
  return (
    <Section
      title="How the ballots are spread"
      sub={`A dot is a ballot${credence ? ', by the points that it gives' : ', by its score'}; the line is the ${credence ? 'median' : 'mean'}.`}
    >
      <DotPlot
        title={credence ? 'Points on each ballot' : 'Scores on each ballot'}
        quiet
        file={file}
        rows={rows}
        domain={credence ? [0, 100] : [0, 5]}
        ticks={credence ? [0, 25, 50, 75, 100] : [0, 1, 2, 3, 4, 5]}
        middle={credence ? 'median' : 'mean'}
      />
    </Section>
  )
}

const WAYS: Record<Way, string> = { up: 'up', same: 'as before', down: 'down' }

type Moved = {
  shifts: NonNullable<PollPage['shifts']>
  options: PollOptionDto[]
  before: string
  after: string
}

/** Means before and after of those who voted both times, and which way they went, in groups of three or more. */
export function PointShifts({ shifts, options, before, after }: Moved) {
  const rows = shifts.rows.map((row) => [
    options.find((o) => o.code === row.code)?.shortLabel ?? row.code,
    ...[row.before, row.after].map((mean) => Math.round(mean * 100) / 100),
    row.moves
      .filter(({ voters }) => voters > 0)
      .map(({ ways, voters }) => `${voters} ${ways.map((way) => WAYS[way]).join(' or ')}`)
      .join(', '),
  ])
  return (
    <Section
      title="Who moved"
      sub={`Means of the ${shifts.voters} who voted both times. Groups of fewer than three are told together with the next.`}
    >
      <TwinTable
        label="Means before and after"
        twin={{ columns: ['Option', before || 'Before', after || 'After', 'Voters'], rows }}
      />
    </Section>
  )
}

import { CROWD, DotPlot } from '@/components/plots/dot-plot'
import { Section } from '@/components/ui/page'
import type { Marks, PollMethodName, PollOptionDto } from '@/lib/polls/schema'

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
  const crowd = marks.length > CROWD
  const [dots, says] = crowd
    ? ['The higher, the more ballots', 'they give']
    : ['A dot is a ballot', 'it gives']
  return (
    <Section
      title="How the ballots are spread"
      sub={`${dots}, by the ${credence ? 'points' : 'score'} that ${says}; the line is the ${credence ? 'median' : 'mean'}.`}
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

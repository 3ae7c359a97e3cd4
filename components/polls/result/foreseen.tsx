import { DotPlot } from '@/components/plots/dot-plot'
import { Section } from '@/components/ui/page'
import { figure } from '@/lib/polls/rules/sentence'
import type { PollOptionDto, Foreseen as Scores } from '@/lib/polls/schema'

const SHOWN = 3

const said = (score: number): string => figure(Math.round(score * 10 ** SHOWN) / 10 ** SHOWN)

type Props = { foreseen: Scores; options: PollOptionDto[]; file: string; mayFind: boolean }

/** How well the class foresaw what turned out to be so: Brier scores of the pools, and everyone's, without names. */
export function Foreseen({ foreseen, options, file, mayFind }: Props) {
  const label = options.find((o) => o.code === foreseen.code)?.shortLabel ?? foreseen.code
  const evenly = (1 - 1 / options.length) ** 2 + (options.length - 1) / options.length ** 2
  return (
    <Section
      title="How well it was foreseen"
      sub="Brier scores: the squared error over all options, from 0 (certain and right) to 2 (certain and wrong). Lower is better."
    >
      <p className="measure mb-5 font-serif text-16 text-ink-2">
        It turned out to be <b className="font-semibold text-ink">{label}</b>. The linear pool scores{' '}
        {said(foreseen.linear)}
        {foreseen.log === null ? '' : `, the logarithmic pool ${said(foreseen.log)}`}. Points shared evenly
        would have scored {said(evenly)}.
        {mayFind ? ' Find your ballot by its receipt below to see your own score.' : ''}
      </p>
      <DotPlot
        title="Brier scores of the ballots"
        quiet
        file={file}
        rows={[{ key: 'each', label: 'Each ballot', values: foreseen.each }]}
        domain={[0, 2]}
        ticks={[0, 0.5, 1, 1.5, 2]}
        format={said}
      />
    </Section>
  )
}

import { ChangePlot } from '@/components/plots/change-plot'
import { percent, tenths } from '@/components/plots/figures'
import { Section } from '@/components/ui/page'
import type { PairMove, PairMoves } from '@/lib/polls/rules/pair-moves'
import type { PollOptionDto } from '@/lib/polls/schema'

type Props = { moves: PairMoves; options: PollOptionDto[]; before: string; after: string; file: string }

const MOST = 8

/** Every two options against each other: who gained on whom, among those who voted both times. */
export function PairsMoved({ moves, options, before, after, file }: Props) {
  const { voters, pairs, turnedAtLeast } = moves
  const label = (code: string) => options.find((o) => o.code === code)?.shortLabel ?? code
  const words = ({ a, b }: PairMove) => `${label(a)} over ${label(b)}`
  const changed = pairs.filter((p) => p.after > p.before).slice(0, MOST)
  const twin = {
    columns: ['', before, after, 'Net', 'Net per voter', 'Turned towards', 'Turned away'],
    rows: pairs.map((p) => {
      const net = p.after - p.before
      return [words(p), p.before, p.after, net, net / voters, p.turned?.toA ?? null, p.turned?.toB ?? null]
    }),
  }
  return (
    <Section
      title="One against one"
      sub={`Voters, of the ${voters} who voted both times, who put the one above the other. On average each turned at least ${tenths(turnedAtLeast)} of ${pairs.length} pairs round. How many turned is told where at least three did each way and nothing can be worked out from it.`}
    >
      {changed.length === 0 ? (
        <p className="text-14 text-ink-2">No explanation gained on another.</p>
      ) : (
        <ChangePlot
          title={changed.length === MOST ? `The ${MOST} largest changes` : 'What changed'}
          file={file}
          most={voters}
          before={before}
          after={after}
          twin={twin}
          rows={changed.map((p) => ({
            key: `${p.a} ${p.b}`,
            label: words(p),
            before: p.before,
            after: p.after,
            hue: options.find((o) => o.code === p.a)?.hue,
            note: p.turned
              ? `${p.turned.toA} turned to it, ${p.turned.toB} away; net ${percent((p.after - p.before) / voters)} of voters`
              : undefined,
          }))}
        />
      )}
    </Section>
  )
}

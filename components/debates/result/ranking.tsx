import Link from 'next/link'
import { FlowPlot } from '@/components/plots/flow-plot'
import { Section } from '@/components/ui/page'
import type { DebateResult } from '@/lib/debates/result/schema'

/** The class's ranking of explanations before and after. */
export function RankingShift({ result, base }: { result: DebateResult; base: string }) {
  const { ranking } = result
  if (!ranking) return null
  const { before, after, moved, options } = ranking
  const link = ({ slug, answer, wave }: typeof before) => (
    <div>
      <dt className="text-13 text-ink-3 first-letter:uppercase">{wave}</dt>
      <dd className="font-serif text-19">
        <Link href={`${base}/explain/polls/${slug}`} className="hover:text-accent">
          {answer}
        </Link>
      </dd>
    </div>
  )
  return (
    <Section title="Which explanation fits best" sub="As the class ranked them with its two votes.">
      <dl className="mb-6 grid gap-4 sm:grid-cols-2">
        {link(before)}
        {link(after)}
      </dl>
      {moved ? (
        <FlowPlot
          title="First choices"
          caption="Moves of fewer than three voters are not shown, nor others that would give them away."
          file={`${result.slug}-explanations`}
          moves={moved}
          options={options}
          before={before.wave}
          after={after.wave}
        />
      ) : null}
    </Section>
  )
}

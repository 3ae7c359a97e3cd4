import { hueOf } from '@/components/polls/option'
import type { ExplanationHead } from '@/lib/explanations/schema'
import { percent } from './words'

/** Before and after as bars; the table is the plot. */
export function Posterior({
  explanations,
  before,
  after,
}: {
  explanations: ExplanationHead[]
  before: Record<string, number>
  after: Record<string, number> | null
}) {
  const all = Object.values(before).reduce((sum, points) => sum + points, 0) || 1
  return (
    <table className="num w-full max-w-[760px] text-14">
      <caption className="sr-only">Credence before and after the evidence</caption>
      <thead>
        <tr className="text-12 text-ink-3">
          <th scope="col" className="pb-2 text-left font-medium">
            Explanation
          </th>
          <th scope="col" className="w-20 pb-2 text-right font-medium">
            Before
          </th>
          <th scope="col" className="w-20 pb-2 text-right font-medium">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {explanations.map((e) => {
          const prior = (before[e.code] ?? 0) / all
          const posterior = after?.[e.code]
          return (
            <tr key={e.code} className="border-t border-rule align-middle">
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                <span className="mr-2 text-12 text-ink-3">{e.code}</span>
                {e.shortName}
                <Bars hue={`h${e.hue}`} before={prior} after={posterior ?? 0} />
              </th>
              <td className="text-right text-ink-2">{percent(prior)}</td>
              <td className="text-right font-medium">{posterior === undefined ? '–' : percent(posterior)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** After as a full bar, before as a line in it. */
function Bars({ hue, before, after }: { hue: string; before: number; after: number }) {
  return (
    <span aria-hidden className="relative mt-1.5 block h-3.5 rounded-sm bg-sunk">
      <span
        className="absolute inset-y-0 left-0 rounded-sm print:border print:border-ink"
        style={{ width: `${after * 100}%`, background: hueOf(hue) }}
      />
      <span
        className="absolute -inset-y-0.5 w-0.5 bg-ink"
        style={{ left: `calc(${before * 100}% - 1px)` }}
        title="before"
      />
    </span>
  )
}

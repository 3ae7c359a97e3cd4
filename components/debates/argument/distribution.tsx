import { ENOUGH, IMPACT_NAMES, type Spread } from '@/lib/debates/rules/judgements'
import type { ClaimDto } from '@/lib/debates/schema'
import { counted } from '../words'

const BAR = { width: 22, gap: 3, height: 44 }

/** How many chose each, as bars with their numbers on top; the words beside it say the same. */
function Bars({ counts, labels, title }: { counts: number[]; labels: string[]; title: string }) {
  const most = Math.max(1, ...counts)
  const step = BAR.width + BAR.gap
  return (
    <svg
      role="img"
      aria-label={`${title}: ${counts.map((n, i) => `${labels[i]}: ${n}`).join(', ')}.`}
      viewBox={`0 0 ${counts.length * step} ${BAR.height + 30}`}
      width={counts.length * step}
      className="max-w-full h-auto"
    >
      {counts.map((n, i) => {
        const height = (n / most) * BAR.height
        const middle = i * step + BAR.width / 2
        return (
          <g key={labels[i]}>
            <rect
              x={i * step}
              y={14 + BAR.height - Math.max(height, 1)}
              width={BAR.width}
              height={Math.max(height, 1)}
              className={n ? 'fill-accent' : 'fill-rule-strong'}
            />
            {n ? (
              <text
                x={middle}
                y={14 + BAR.height - height - 3}
                textAnchor="middle"
                className="fill-ink-2 text-[10px]"
              >
                {n}
              </text>
            ) : null}
            <text x={middle} y={BAR.height + 26} textAnchor="middle" className="fill-ink-3 text-[10px]">
              {labels[i]}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

const TENS = Array.from({ length: 10 }, (_, i) => `${i * 10}`)
const round = (n: number): string => String(Math.round(n * 10) / 10)

function Part({
  spread,
  labels,
  title,
  unit,
}: {
  spread: Spread
  labels: string[]
  title: string
  unit: string
}) {
  return (
    <figure className="min-w-0">
      <figcaption className="text-13 text-ink-2">
        <span className="font-medium">{title}</span>: median {round(spread.median)}
        {unit}, mean {round(spread.mean)}
        {unit}, the middle half from {round(spread.low)} to {round(spread.high)}
        {unit} ({spread.n} judged)
      </figcaption>
      <div className="mt-1">
        <Bars counts={spread.counts} labels={labels} title={title} />
      </div>
    </figure>
  )
}

/** What the class makes of a claim; nothing of it before enough have judged. */
export function ClassJudgements({ claim }: { claim: ClaimDto }) {
  const { judged, judges } = claim
  if (!judged)
    return (
      <p className="text-13 text-ink-3">
        {judges === 0
          ? 'Nobody has judged it yet. '
          : `${counted(judges, 'person')} judged it so far. `.replace('persons', 'people')}
        What the class makes of it is shown once {ENOUGH} have judged.
      </p>
    )
  return (
    <div className="grid gap-4">
      {judged.impact ? (
        <Part
          spread={judged.impact}
          title="Impact in the class"
          labels={IMPACT_NAMES.map((_, i) => `${i}`)}
          unit=""
        />
      ) : null}
      {judged.probability ? (
        <Part spread={judged.probability} title="Probability in the class" labels={TENS} unit=" %" />
      ) : null}
    </div>
  )
}

/** "impact 3, 70 %": the middle of the class, for the line of a claim. */
export function judgedShort({ judged }: Pick<ClaimDto, 'judged'>): string | null {
  if (!judged) return null
  const parts = [
    judged.impact && `impact ${Math.round(judged.impact.median)}`,
    judged.probability && `${Math.round(judged.probability.median)} % probable`,
  ]
  return parts.filter(Boolean).join(', ')
}

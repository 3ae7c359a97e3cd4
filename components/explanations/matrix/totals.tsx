'use client'
import { Dot } from '@/components/polls/option'
import { cx } from '@/components/ui/cx'
import type { MatrixScores } from '@/lib/explanations/schema'
import { useMatrix } from './context'

const figure = (n: number): string => (Number.isInteger(n) ? String(n) : n.toFixed(1))

/** The table's foot: what the ratings add up to. */
export function Totals({ scores }: { scores: MatrixScores }) {
  return (
    <tfoot className="max-md:hidden print:table-row-group [&>tr:first-child>*]:border-t [&>tr:first-child>*]:border-rule-strong">
      <Total
        label="Inconsistency"
        hint="I counts 1, II counts 2"
        values={scores.inconsistency}
        best={scores.leaders}
      />
      <Total
        label="Weighted"
        hint="by credibility and relevance"
        values={scores.weighted}
        best={scores.weightedLeaders}
      />
    </tfoot>
  )
}

type Sum = { label: string; hint: string; values: Record<string, number>; best: string[] }

function Total({ label, hint, values, best }: Sum) {
  const { explanations } = useMatrix()
  return (
    <tr>
      <th scope="row" className="py-2 text-left text-14 font-medium">
        {label} <span className="text-12 font-normal text-ink-3">{hint}</span>
      </th>
      {explanations.map(({ code }) => (
        <td
          key={code}
          className={cx(
            'text-center text-16',
            best.includes(code) ? 'font-semibold text-accent' : 'text-ink-2',
          )}
        >
          {figure(values[code] ?? 0)}
          {best.includes(code) ? <span className="block text-12 font-normal">least</span> : null}
        </td>
      ))}
      <td />
    </tr>
  )
}

/** The totals of the table as a list, for a phone. */
export function TotalsList({ scores }: { scores: MatrixScores }) {
  const { explanations } = useMatrix()
  return (
    <ul className="mb-6 md:hidden">
      {explanations.map((e) => (
        <li key={e.code} className="flex items-baseline gap-2.5 border-b border-rule py-2 text-14">
          <Dot hue={`h${e.hue}`} />
          <span className="text-12 text-ink-3">{e.code}</span>
          {e.shortName}
          <span className={cx('num ml-auto', scores.leaders.includes(e.code) && 'font-semibold text-accent')}>
            {figure(scores.inconsistency[e.code] ?? 0)}
            <span className="ml-2 text-12 font-normal text-ink-3">
              weighted {figure(scores.weighted[e.code] ?? 0)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

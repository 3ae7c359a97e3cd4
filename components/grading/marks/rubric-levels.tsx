import { TableFrame } from '@/components/ui/bits'
import type { GradeCriterion } from '@/lib/grading/schema'

type Props = { criteria: GradeCriterion[]; levels: Record<string, number> }

/** A rubric as it was filled in: each criterion's level, what that means, and its weight. */
export function RubricLevels({ criteria, levels }: Props) {
  return (
    <TableFrame label="Rubric">
      <table className="mt-3 w-full text-14 text-left border-collapse">
        <thead>
          <tr className="text-13 text-ink-3 border-b border-rule-strong *:font-medium *:py-2 *:pr-4">
            <th scope="col">Criterion</th>
            <th scope="col">Level</th>
            <th scope="col" className="text-right">
              Weight
            </th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id, name, weight, top, levels: described }) => {
            const level = described.find((l) => l.level === levels[id])
            return (
              <tr key={id} className="border-b border-rule align-baseline *:py-2.5 *:pr-4">
                <th scope="row" className="font-medium">
                  {name}
                </th>
                <td>
                  <span className="num">
                    {levels[id] ?? '–'} of {top}
                  </span>
                  {level ? (
                    <span className="text-ink-2">
                      {' '}
                      · {level.name}. {level.descriptor}
                    </span>
                  ) : null}
                </td>
                <td className="num text-right text-ink-2">{weight}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}

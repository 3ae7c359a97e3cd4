import { TableFrame } from '@/components/ui/bits'
import type { ExamplePage } from '@/lib/critiques/reviews/dto'
import { showTotal } from '@/lib/critiques/rules/total'

/** The staff's scores of an example beside those of one or many. */
export function SolutionTable({ page }: { page: ExamplePage }) {
  const { solution, mine, scored, template, manage } = page
  if (!solution) return null
  const columns = [
    { name: 'Instructor', ...solution },
    ...(mine && !manage ? [{ name: 'You', ...mine }] : []),
    ...scored,
  ]
  return (
    <TableFrame label="Scores of the example">
      <table className="text-14 text-left border-collapse">
        <thead>
          <tr className="text-13 text-ink-3 border-b border-rule-strong *:font-medium *:py-2 *:pr-6">
            <th scope="col">Criterion</th>
            {columns.map((c) => (
              <th key={c.name} scope="col">
                {c.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {template.criteria.map((criterion) => (
            <tr key={criterion.id} className="border-b border-rule *:py-2 *:pr-6">
              <th scope="row" className="font-normal">
                {criterion.name}
              </th>
              {columns.map((c) => (
                <td key={c.name} className="num">
                  {c.levels[criterion.id]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="*:py-2 *:pr-6 font-semibold">
            <th scope="row">Total of {template.outOf}</th>
            {columns.map((c) => (
              <td key={c.name} className="num">
                {showTotal(c.total)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}

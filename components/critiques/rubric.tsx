import { TableFrame } from '@/components/ui/bits'
import { topLevel } from '@/lib/critiques/rules/total'
import type { TemplateDto } from '@/lib/critiques/schema'

type Props = { criteria: TemplateDto['criteria']; outOf: number }

/** The rubric for a narrow column: criterion by criterion. */
export function RubricList({ criteria }: Pick<Props, 'criteria'>) {
  return (
    <ul className="grid gap-4">
      {criteria.map((c) => (
        <li key={c.id} className="text-13">
          <p className="flex justify-between gap-3 font-medium">
            {c.name} <span className="num font-normal text-ink-3">{c.weight}</span>
          </p>
          <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-2 gap-y-1 text-ink-2">
            {c.levels.map((l) => (
              <div key={l.level} className="contents">
                <dt className="num text-ink-3" title={l.name}>
                  {l.level}
                </dt>
                <dd>{l.descriptor || l.name}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

function RubricTable({ criteria }: Pick<Props, 'criteria'>) {
  const names = new Map(criteria.flatMap((c) => c.levels.map((l) => [l.level, l.name] as const)))
  const shown = [...names.keys()].sort((a, b) => b - a)
  return (
    <TableFrame label="Rubric">
      <table className="w-full min-w-[640px] text-13 text-left border-collapse">
        <thead>
          <tr className="text-ink-3 border-b border-rule-strong">
            <th scope="col" className="py-2 pr-4 font-medium">
              Criterion
            </th>
            <th scope="col" className="py-2 pr-4 font-medium text-right">
              Weight
            </th>
            {shown.map((level) => (
              <th key={level} scope="col" className="py-2 pr-4 font-medium whitespace-nowrap">
                <span className="num">{level}</span> {names.get(level)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((c) => (
            <tr key={c.id} className="border-b border-rule align-top">
              <th scope="row" className="py-2.5 pr-4 font-medium min-w-28">
                {c.name}
              </th>
              <td className="num py-2.5 pr-4 text-right text-ink-2">{c.weight}</td>
              {shown.map((level) => (
                <td key={level} className="py-2.5 pr-4 text-ink-2">
                  {c.levels.find((l) => l.level === level)?.descriptor}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** "4", or in words where criteria differ. */
function highest(criteria: Props['criteria']): string {
  const tops = new Set(criteria.map(topLevel))
  return tops.size === 1 ? String([...tops][0]) : 'its highest level'
}

/** A table where there is room for one, a list where there is not. */
export function Rubric({ criteria, outOf }: Props) {
  return (
    <>
      <div className="hidden md:block">
        <RubricTable criteria={criteria} />
      </div>
      <div className="md:hidden">
        <RubricList criteria={criteria} />
      </div>
      <p className="mt-3 text-13 text-ink-3">
        A criterion earns its weight times the level, divided by {highest(criteria)};{' '}
        <span className="num">{outOf}</span> is the most.
      </p>
    </>
  )
}

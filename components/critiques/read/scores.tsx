import { SafeHtml, TableFrame } from '@/components/ui/bits'
import { showTotal } from '@/lib/critiques/rules/total'
import type { ReviewDto, TemplateDto } from '@/lib/critiques/schema'
import { shortDate } from '@/lib/time'

type Criterion = TemplateDto['criteria'][number]

const levelName = (criterion: Criterion, level: number): string | undefined =>
  criterion.levels.find((l) => l.level === level)?.name

/** What each review gave each criterion, and what that comes to. */
export function ScoresTable({ reviews, template }: { reviews: ReviewDto[]; template: TemplateDto }) {
  return (
    <TableFrame label="Levels given">
      <table className="text-14 text-left border-collapse w-full sm:w-auto">
        <thead>
          <tr className="text-13 text-ink-3 border-b border-rule-strong *:font-medium *:py-2 *:pr-6">
            <th scope="col">Criterion</th>
            <th scope="col" className="text-right">
              Weight
            </th>
            {reviews.map((r) => (
              <th key={r.key} scope="col">
                {r.reviewer}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {template.criteria.map((c) => (
            <tr key={c.id} className="border-b border-rule *:py-2 *:pr-6">
              <th scope="row" className="font-normal">
                {c.name}
              </th>
              <td className="num text-right text-ink-3">{c.weight}</td>
              {reviews.map((r) => (
                <td key={r.key} className="num whitespace-nowrap">
                  {r.levels[c.id]}{' '}
                  <span className="hidden sm:inline text-13 text-ink-3">
                    {levelName(c, r.levels[c.id] ?? 0)}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="*:py-2 *:pr-6 font-semibold">
            <th scope="row">Total</th>
            <td className="num text-right text-ink-3 font-normal">{template.outOf}</td>
            {reviews.map((r) => (
              <td key={r.key} className="num">
                {showTotal(r.total)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}

export function Comments({ reviews, timeZone }: { reviews: ReviewDto[]; timeZone: string }) {
  return (
    <div className="mt-8 grid gap-7">
      {reviews.map((r) => (
        <article key={r.key} className="border-l-2 border-rule-strong pl-4 break-inside-avoid">
          <h3 className="font-sans text-14 font-semibold tracking-normal">
            {r.reviewer}
            <span className="num font-normal text-13 text-ink-3">
              {r.at ? ` · ${shortDate(r.at, timeZone)}` : null}
              {r.released ? null : ' · not released'}
            </span>
          </h3>
          <SafeHtml html={r.html} className="prose-serif measure mt-1" />
        </article>
      ))}
    </div>
  )
}

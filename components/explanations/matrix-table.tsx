// biome-ignore-all lint/a11y/noRedundantRoles: browsers drop the roles of a table that is laid out as blocks (on a phone)
import { Dot } from '@/components/polls/option'
import { cx } from '@/components/ui/cx'
import { ratingIn } from '@/lib/explanations/rules/lay-over'
import type { EvidenceDto, ExplanationHead, MatrixPage } from '@/lib/explanations/schema'
import { EvidenceWords } from './evidence-words'
import { RATING_LOOK, RatingMark } from './rating'
import { RatingSelect } from './rating-select'

type Props = { page: MatrixPage; rows: EvidenceDto[]; mine: boolean }

const figure = (n: number): string => (Number.isInteger(n) ? String(n) : n.toFixed(1))

/**
 * The heat map is the table. On a phone every row becomes a block with its cells below; roles are written out because
 * browsers drop a table's own once its boxes are laid out otherwise (adrianroselli.com, "Tables, CSS display
 * properties, and ARIA", 2018).
 */
export function MatrixTable({ page, rows, mine }: Props) {
  const { explanations } = page
  const scores = mine ? page.mine : page.start
  return (
    <table role="table" className="num w-full border-separate border-spacing-0.5 max-md:block">
      <caption className="sr-only">
        Observations down, explanations across. {mine ? 'My ratings' : 'The ratings the class starts from'}.
      </caption>
      <thead role="rowgroup" className="max-md:hidden">
        <tr role="row">
          <th
            role="columnheader"
            scope="col"
            className="sticky top-(--bar) z-10 bg-paper pb-2 text-left align-bottom text-12 font-medium text-ink-3"
          >
            Observation
          </th>
          {explanations.map((e) => (
            <ColumnHead key={e.code} explanation={e} />
          ))}
          <th
            role="columnheader"
            scope="col"
            className="sticky top-(--bar) z-10 w-16 bg-paper pb-2 align-bottom text-12 leading-tight font-medium text-ink-3"
          >
            Tells apart
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => (
          <tr
            key={row.code}
            id={row.code}
            role="row"
            className="scroll-mt-36 rounded-sm target:outline-2 target:outline-offset-4 target:outline-accent max-md:grid max-md:grid-cols-3 max-md:gap-0.5 max-md:border-t max-md:border-rule max-md:py-3"
          >
            <th role="rowheader" scope="row" className="py-1 pr-4 align-top max-md:col-span-3 max-md:pb-2">
              <EvidenceWords row={row} />
            </th>
            {explanations.map((e) => (
              <td
                key={e.code}
                role="cell"
                className="align-middle md:h-12 [tr:has([open])>&]:pt-1 [tr:has([open])>&]:align-top"
              >
                <span className="mb-0.5 hidden text-12 text-ink-3 max-md:block">
                  {e.code} <span className="sr-only">{e.shortName}</span>
                </span>
                <Cell row={row} explanation={e} mine={mine} canRate={page.can.rate} />
              </td>
            ))}
            <td
              role="cell"
              className="text-center text-13 text-ink-2 [tr:has([open])>&]:pt-4 [tr:has([open])>&]:align-top max-md:col-span-3 max-md:pt-1 max-md:text-left"
            >
              <span className="md:hidden">Tells the explanations apart: </span>
              {(scores.diagnosticity[row.code] ?? 0).toFixed(2)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot
        role="rowgroup"
        className="max-md:hidden [&>tr:first-child>*]:border-t [&>tr:first-child>*]:border-rule-strong"
      >
        <Total
          label="Inconsistency"
          hint="I counts 1, II counts 2"
          values={scores.inconsistency}
          best={scores.leaders}
          {...{ explanations }}
        />
        <Total
          label="Weighted"
          hint="by credibility and relevance"
          values={scores.weighted}
          best={scores.weightedLeaders}
          {...{ explanations }}
        />
      </tfoot>
    </table>
  )
}

function ColumnHead({ explanation }: { explanation: ExplanationHead }) {
  return (
    <th
      role="columnheader"
      scope="col"
      className="sticky top-(--bar) z-10 w-[11%] min-w-16 bg-paper px-1 pt-2 pb-2 align-bottom text-12 leading-tight font-medium text-ink-2"
    >
      <span className="mb-1 flex items-center justify-center gap-1.5 text-ink-3">
        <Dot hue={`h${explanation.hue}`} />
        {explanation.code}
      </span>
      {explanation.shortName}
    </th>
  )
}

function Cell({
  row,
  explanation,
  mine,
  canRate,
}: {
  row: EvidenceDto
  explanation: ExplanationHead
  mine: boolean
  canRate: boolean
}) {
  const value = ratingIn(row, explanation.code, mine)
  if (!mine || !canRate) return <RatingMark value={value} className="h-11 text-13" />
  return (
    <RatingSelect
      evidence={{ id: row.id, code: row.code }}
      explanation={{ id: explanation.id, code: explanation.code, shortName: explanation.shortName }}
      start={ratingIn(row, explanation.code, false)}
      own={row.own[explanation.code] ?? null}
      looks={RATING_LOOK}
    />
  )
}

function Total({
  label,
  hint,
  values,
  best,
  explanations,
}: {
  label: string
  hint: string
  values: Record<string, number>
  best: string[]
  explanations: ExplanationHead[]
}) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="py-2 text-left text-14 font-medium">
        {label} <span className="text-12 font-normal text-ink-3">{hint}</span>
      </th>
      {explanations.map(({ code }) => (
        <td
          key={code}
          role="cell"
          className={cx(
            'text-center text-16',
            best.includes(code) ? 'font-semibold text-accent' : 'text-ink-2',
          )}
        >
          {figure(values[code] ?? 0)}
          {best.includes(code) ? <span className="block text-12 font-normal">least</span> : null}
        </td>
      ))}
      <td role="cell" />
    </tr>
  )
}

/** The totals of the table as a list, for a phone. */
export function TotalsList({ page, mine }: Omit<Props, 'rows'>) {
  const scores = mine ? page.mine : page.start
  return (
    <ul className="md:hidden">
      {page.explanations.map((e) => (
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

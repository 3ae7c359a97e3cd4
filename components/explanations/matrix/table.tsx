// biome-ignore-all lint/a11y/noRedundantRoles: browsers drop the roles of a table that is laid out as blocks (on a phone)
'use client'
import type { KeyboardEvent } from 'react'
import { Dot } from '@/components/polls/option'
import type { ExplanationHead, MatrixScores } from '@/lib/explanations/schema'
import { useMatrix } from './context'
import { Row } from './row'
import { Totals } from './totals'

const HEAD =
  'sticky top-(--bar) z-10 bg-paper pb-2 align-bottom text-12 leading-tight font-medium text-ink-3 print:static'

const CAPTIONS = {
  mine: 'My ratings',
  class: 'The class’s middle ratings',
  start: 'The ratings the class starts from',
  differences: 'Where my ratings differ from the class’s',
}

/**
 * The heat map is the table. On a phone every row becomes a block with its cells below; roles are written out because
 * browsers drop a table's own once its boxes are laid out otherwise (adrianroselli.com, "Tables, CSS display
 * properties, and ARIA", 2018).
 */
export function MatrixTable({
  scores,
  onKeyDown,
}: {
  scores: MatrixScores
  onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void
}) {
  const { view, rows, explanations } = useMatrix()
  return (
    <table
      role="table"
      onKeyDown={onKeyDown}
      className="num w-full border-separate border-spacing-0.5 max-md:block print:[print-color-adjust:exact]"
    >
      <caption className="sr-only">Observations down, explanations across. {CAPTIONS[view]}.</caption>
      <thead role="rowgroup" className="max-md:hidden">
        <tr role="row">
          <th role="columnheader" scope="col" className={`${HEAD} text-left`}>
            Observation
          </th>
          {explanations.map((e) => (
            <ColumnHead key={e.code} explanation={e} />
          ))}
          <th role="columnheader" scope="col" className={`${HEAD} w-16`}>
            {view === 'start' ? 'Tells apart' : 'Tells apart, divides'}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => (
          <Row key={row.code} row={row} apart={scores.diagnosticity[row.code] ?? 0} />
        ))}
      </tbody>
      <Totals scores={scores} />
    </table>
  )
}

function ColumnHead({ explanation }: { explanation: ExplanationHead }) {
  return (
    <th role="columnheader" scope="col" className={`${HEAD} w-[11%] min-w-16 px-1 pt-2 text-ink-2`}>
      <span className="mb-1 flex items-center justify-center gap-1.5 text-ink-3">
        <Dot hue={`h${explanation.hue}`} />
        {explanation.code}
      </span>
      {explanation.shortName}
    </th>
  )
}

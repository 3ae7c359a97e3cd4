// biome-ignore-all lint/a11y/noRedundantRoles: browsers drop the roles of a table that is laid out as blocks (on a phone)
'use client'
import type { KeyboardEvent } from 'react'
import { Dot } from '@/components/polls/option'
import { rowDisagreement } from '@/lib/explanations/rules/order'
import type { EvidenceDto, ExplanationHead, MatrixScores } from '@/lib/explanations/schema'
import { EvidenceWords } from '../evidence-words'
import { useMatrix } from './context'
import { OwnCell } from './own-cell'
import { RowTools } from './row-tools'
import { SeenCell } from './seen-cell'
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
      className="num w-full border-separate border-spacing-0.5 max-md:block"
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

function Row({ row, apart }: { row: EvidenceDto; apart: number }) {
  const { view, explanations, canRate } = useMatrix()
  return (
    <tr
      id={row.code}
      role="row"
      className="scroll-mt-36 rounded-sm target:outline-2 target:outline-offset-4 target:outline-accent max-md:grid max-md:grid-cols-3 max-md:gap-1 max-md:border-t max-md:border-rule max-md:py-3 print:break-inside-avoid"
    >
      <th role="rowheader" scope="row" className="py-1 pr-4 align-top max-md:col-span-3 max-md:pb-2">
        <EvidenceWords row={row}>
          <RowTools row={row} />
        </EvidenceWords>
      </th>
      {explanations.map((e) => (
        <td
          key={e.code}
          role="cell"
          className="align-middle [tr:has([open])>&]:pt-1 [tr:has([open])>&]:align-top"
        >
          <span className="mb-0.5 hidden items-center gap-1.5 text-12 text-ink-3 max-md:flex">
            <Dot hue={`h${e.hue}`} />
            {e.code} <span className="sr-only">{e.shortName}</span>
          </span>
          {view === 'mine' && canRate ? (
            <OwnCell row={row} explanation={e} />
          ) : (
            <SeenCell row={row} code={e.code} view={view === 'mine' ? 'class' : view} />
          )}
        </td>
      ))}
      <Spread row={row} apart={apart} />
    </tr>
  )
}

/** How far the row tells the explanations apart, and how far the class disagrees about it. */
function Spread({ row, apart }: { row: EvidenceDto; apart: number }) {
  const { view } = useMatrix()
  const divided = view === 'start' ? null : rowDisagreement(row)
  return (
    <td
      role="cell"
      className="text-center text-13 text-ink-2 [tr:has([open])>&]:pt-4 [tr:has([open])>&]:align-top max-md:col-span-3 max-md:pt-1 max-md:text-left"
    >
      <span className="md:block">
        <span className="md:sr-only">Apart </span>
        {apart.toFixed(2)}{' '}
      </span>
      {divided === null ? null : (
        <span className="text-12 text-ink-3 md:block">
          <span className="md:sr-only">· disagreement </span>
          {divided.toFixed(2)}
        </span>
      )}
    </td>
  )
}

// biome-ignore-all lint/a11y/noRedundantRoles: browsers drop the roles of a table that is laid out as blocks (on a phone)
'use client'
import { Dot } from '@/components/polls/option'
import { cx } from '@/components/ui/cx'
import { rowDisagreement } from '@/lib/explanations/rules/order'
import type { EvidenceDto } from '@/lib/explanations/schema'
import { EvidenceFacts } from '../evidence-words'
import { useMatrix } from './context'
import { OwnCell } from './own-cell'
import { RowTools } from './row-tools'
import { SeenCell } from './seen-cell'

/** One observation with its cells; what else is known of it opens below, across the whole table. */
export function Row({ row, apart }: { row: EvidenceDto; apart: number }) {
  const { view, explanations, canRate, open } = useMatrix()
  return (
    <>
      <tr
        id={row.code}
        role="row"
        className="scroll-mt-36 rounded-sm target:outline-2 target:outline-offset-4 target:outline-accent max-md:grid max-md:grid-cols-3 max-md:gap-1 max-md:border-t max-md:border-rule max-md:py-3 print:break-inside-avoid"
      >
        <th role="rowheader" scope="row" className="py-1 pr-4 align-top max-md:col-span-3 max-md:pb-2">
          <Head row={row} />
        </th>
        {explanations.map((e) => (
          <td key={e.code} role="cell" className="align-middle">
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
      {open.has(row.code) ? (
        <tr role="row" id={`facts-${row.code}`} className="max-md:block">
          <td role="cell" colSpan={explanations.length + 2} className="pb-5 max-md:block">
            <div className="max-w-[860px] border-l-2 border-rule-strong pl-4">
              <EvidenceFacts row={row} />
              <RowTools row={row} />
            </div>
          </td>
        </tr>
      ) : null}
    </>
  )
}

/** Code, date and observation; cut to two lines until it is opened. */
function Head({ row }: { row: EvidenceDto }) {
  const { open, toggle } = useMatrix()
  const isOpen = open.has(row.code)
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={isOpen ? `facts-${row.code}` : undefined}
      onClick={() => toggle(row.code)}
      className="block w-full cursor-pointer text-left font-normal"
    >
      <span className="num block text-12 text-ink-3">
        <span aria-hidden className={cx('mr-1 inline-block transition-transform', isOpen && 'rotate-90')}>
          ›
        </span>
        <b className="font-semibold text-ink-2">{row.code}</b> · {row.dateLabel}
      </span>
      <span
        className={cx(
          'font-serif text-14 leading-snug text-ink print:line-clamp-none',
          isOpen ? 'block' : 'line-clamp-2',
        )}
      >
        {row.observation}
      </span>
    </button>
  )
}

/** How far the row tells the explanations apart, and how far the class disagrees about it. */
function Spread({ row, apart }: { row: EvidenceDto; apart: number }) {
  const { view } = useMatrix()
  const divided = view === 'start' ? null : rowDisagreement(row)
  return (
    <td role="cell" className="text-center text-13 text-ink-2 max-md:col-span-3 max-md:pt-1 max-md:text-left">
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

import { TableFrame } from '@/components/ui/bits'
import { csv } from '@/lib/polls/rules/csv'

/** What a plot shows, as a table: the first column names the row. null is a number that is not shown. */
export type Twin = { columns: string[]; rows: (string | number | null)[][] }

const address = ({ columns, rows }: Twin): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(csv([columns, ...rows.map((row) => row.map((v) => v ?? 'not shown'))]))}`

const NotShown = () => (
  <>
    <span aria-hidden>·</span>
    <span className="sr-only">not shown</span>
  </>
)

const SHAPE = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
const said = (value: string | number): string => (typeof value === 'number' ? SHAPE.format(value) : value)

export function TwinTable({ label, twin }: { label: string; twin: Twin }) {
  const numeric = twin.columns.map((_, i) => twin.rows.every((row) => typeof row[i] !== 'string'))
  return (
    <TableFrame label={label}>
      <table className="num mt-2 text-13">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b border-rule text-ink-3">
            {twin.columns.map((column, i) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their place, and two may have one name
                key={i}
                scope="col"
                className={`py-1.5 pr-5 align-bottom font-medium ${numeric[i] ? 'text-right' : 'text-left'}`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {twin.rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their place, and two may read the same
            <tr key={r} className="border-b border-rule align-baseline [&>td]:py-1.5">
              {row.map((value, i) =>
                i === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <th key={i} scope="row" className="max-w-[44ch] min-w-28 py-1.5 pr-5 text-left font-normal">
                    {value}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={i} className={`pr-5 ${numeric[i] ? 'text-right' : 'max-w-[44ch] text-left'}`}>
                    {value === null ? <NotShown /> : said(value)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** The same as a table and as a file: below every plot. Needs no script. */
export function TwinLinks({ label, twin, file }: { label: string; twin: Twin; file: string }) {
  return (
    <div className="mt-3 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-13 text-ink-2 print:hidden">
      <details className="min-w-0 max-w-full open:w-full">
        <summary className="cursor-pointer py-1 hover:text-ink">Show as table</summary>
        <TwinTable label={label} twin={twin} />
      </details>
      <a
        href={address(twin)}
        download={`${file}.csv`}
        className="py-1 underline decoration-rule-strong underline-offset-2 hover:text-accent"
      >
        Download CSV<span className="sr-only">: {label}</span>
      </a>
    </div>
  )
}

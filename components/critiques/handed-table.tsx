import Link from 'next/link'
import { TableFrame } from '@/components/ui/bits'
import type { LateRule } from '@/lib/critiques/rules/late'
import type { Handed } from '@/lib/critiques/schema'
import { shortDate } from '@/lib/time'
import { latenessWords } from './set-up/late-words'

const reviews = ({ reviews: n, released }: Handed): string => {
  if (n === 0) return '–'
  if (released === n) return `${n}, released`
  return released === 0 ? `${n}, held` : `${n}, ${released} released`
}

type Props = {
  rows: Handed[]
  /** Of the assignment: a page may have several of these. */
  title: string
  base: string
  timeZone: string
  rule: Pick<LateRule, 'penaltyPerDay'>
}

/** For staff: who submitted what. */
export function HandedTable({ rows, title, base, timeZone, rule }: Props) {
  const late = (row: Handed) => {
    const words = latenessWords(row.lateness, rule)
    return words ? <span className="block text-13 text-bad">{words}</span> : null
  }
  return (
    <TableFrame label={`Submitted: ${title}`}>
      <table className="w-full md:min-w-[620px] text-14 text-left border-collapse">
        <thead>
          <tr className="text-13 text-ink-3 border-b border-rule-strong *:font-medium *:py-2 *:pr-4 *:last:pr-0">
            <th scope="col">Author</th>
            <th scope="col" className="hidden md:table-cell">
              Template
            </th>
            <th scope="col" className="text-right">
              Words
            </th>
            <th scope="col" className="pl-6">
              Reviews
            </th>
            <th scope="col" className="hidden md:table-cell text-right">
              Submitted
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b border-rule align-baseline *:py-2.5 *:pr-4 *:last:pr-0">
              <th scope="row" className="font-medium">
                <Link
                  href={`${base}/${row.id}`}
                  className="underline decoration-rule-strong underline-offset-3 hover:decoration-current"
                >
                  {row.author}
                </Link>
                <span className="block md:hidden mt-0.5 text-13 font-normal text-ink-3">
                  {row.template}
                  <br />
                  {shortDate(row.submittedAt, timeZone)}
                  {late(row)}
                </span>
              </th>
              <td className="hidden md:table-cell text-ink-2">{row.template}</td>
              <td className="num text-right">{row.words}</td>
              <td className="num pl-6 text-ink-2 whitespace-nowrap">{reviews(row)}</td>
              <td className="num hidden md:table-cell text-ink-2 text-right whitespace-nowrap">
                {row.number > 1 ? <span className="text-ink-3">no. {row.number} · </span> : null}
                {shortDate(row.submittedAt, timeZone)}
                {late(row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

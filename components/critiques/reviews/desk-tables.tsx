import Link from 'next/link'
import { TableFrame } from '@/components/ui/bits'
import type { DeskPerson, DeskRow, ReviewsDesk } from '@/lib/critiques/reviews/dto'
import { ChangeReviewers } from './pair-tools'
import { SAYS } from './states'

const HEAD = 'text-13 text-ink-3 border-b border-rule-strong *:font-medium *:py-2 *:pr-5 *:last:pr-0'
const ROW = 'border-b border-rule align-baseline *:py-2.5 *:pr-5 *:last:pr-0'
const LINK = 'underline decoration-rule-strong underline-offset-3 hover:decoration-current'

const score = (n: number | null): string => (n === null ? '–' : n.toFixed(1))
const signed = (n: number): string => {
  const shown = Math.abs(n).toFixed(1)
  return `${shown === '0.0' ? '±' : n > 0 ? '+' : '−'}${shown}`
}

function Reviewers({ row }: { row: DeskRow }) {
  if (row.reviewers.length === 0) return <span className="text-ink-3">Nobody yet</span>
  return (
    <ul>
      {row.reviewers.map((r) => (
        <li key={r.id}>
          <span className="num text-13 text-ink-3">{r.number}</span> {r.name}{' '}
          <span className="text-13 text-ink-3">
            {r.hidden ? 'hidden' : SAYS[r.state]}
            {r.byHand ? ', put there by hand' : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

type AllocationProps = {
  rows: DeskRow[]
  base: string
  /** Who may be put in another's place; null once that is over. */
  students: ReviewsDesk['students'] | null
}

/** Who reviews what, and what the reviews come to: as they stand, and corrected for who gave them. */
export function AllocationTable(props: AllocationProps) {
  const { rows, base, students } = props
  return (
    <TableFrame label="Critiques and their reviewers">
      <table className="w-full md:min-w-[720px] text-14 text-left border-collapse">
        <thead>
          <tr className={HEAD}>
            <th scope="col">Critique by</th>
            <th scope="col" className="hidden md:table-cell">
              Reviewers
            </th>
            <th scope="col" className="text-right md:whitespace-nowrap">
              Peer score
            </th>
            <th scope="col" className="hidden md:table-cell text-right">
              Calibrated
            </th>
            <th scope="col" className="hidden md:table-cell text-right">
              Of
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.critiqueId} className={ROW}>
              <th scope="row" className="font-medium">
                <Link href={`${base}/${row.critiqueId}`} className={LINK}>
                  {row.author}
                </Link>
                <span className="block text-13 font-normal text-ink-3">{row.template}</span>
                <div className="mt-1 font-normal md:hidden">
                  <Reviewers row={row} />
                </div>
              </th>
              <td className="hidden md:table-cell">
                <Reviewers row={row} />
              </td>
              <td className="num text-right">{score(row.raw)}</td>
              <td className="num hidden md:table-cell text-right">{score(row.calibrated)}</td>
              <td className="num hidden md:table-cell text-right text-ink-3">{row.outOf}</td>
              <td>
                <div className="flex justify-end">
                  {students ? <ChangeReviewers row={row} students={students} /> : null}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

export function PeopleTable({ people }: { people: DeskPerson[] }) {
  return (
    <TableFrame label="Reviewers">
      <table className="w-full min-w-[620px] text-14 text-left border-collapse">
        <thead>
          <tr className={HEAD}>
            <th scope="col">Reviewer</th>
            <th scope="col" className="text-right">
              Done
            </th>
            <th scope="col" className="text-right">
              Generosity
            </th>
            <th scope="col" className="text-right whitespace-nowrap">
              From the examples
            </th>
            <th scope="col" className="text-right">
              Helpful
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((p) => (
            <tr key={p.id} className={ROW}>
              <th scope="row" className="font-medium">
                {p.name}
              </th>
              <td className="num text-right">
                {p.done} of {p.given}
              </td>
              <td className="num text-right">{p.bias === null ? '–' : signed(p.bias)}</td>
              <td className="num text-right">
                {p.distance === null ? '–' : p.distance.toFixed(1)}
                {p.examples > 0 ? <span className="text-13 text-ink-3"> on {p.examples}</span> : null}
              </td>
              <td className="num text-right">
                {p.helpfulness ? (
                  <>
                    {p.helpfulness.mean.toFixed(1)}
                    <span className="text-13 text-ink-3"> from {p.helpfulness.count}</span>
                  </>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** The method in words: a score that nobody can check is worth nothing. */
export function Method() {
  return (
    <details className="mt-4 text-14 text-ink-2 max-w-[70ch]">
      <summary className="cursor-pointer text-13 font-medium">How calibrated scores are made</summary>
      <div className="mt-2 grid gap-2">
        <p>
          A reviewer’s score is taken as what the critique deserves, plus how generous the reviewer is, plus
          chance, whose size is the reviewer’s own. How generous somebody is follows from the examples, where
          the instructor’s score is known, and from the others who scored the same critiques; it is drawn
          towards the class’s mean, the more the less is known. The calibrated score is the mean of what is
          left once generosity is taken off, with steady reviewers counting for more.
        </p>
        <p>
          This is the model PG1 of Piech and others, “Tuned Models of Peer Assessment in MOOCs” (2013), with
          two differences: a critique’s own score is not drawn towards the class’s mean, and how much is
          corrected follows from how much reviewers differ. Scores by staff and hidden reviews do not count.
          Generosity and distance are in hundredths of what can be earned.
        </p>
      </div>
    </details>
  )
}

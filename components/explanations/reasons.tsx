import Link from 'next/link'
import type { CellReasons, ReasonDto } from '@/lib/explanations/schema'
import { cellPath } from './matrix/cell-path'
import { RatingMark } from './rating'

/** Reasons beside the ratings they were given for; nobody's name, but one's own is marked. */
export function Reasons({ reasons }: { reasons: ReasonDto[] }) {
  return (
    <ul className="grid gap-2">
      {reasons.map(({ value, reason, mine }) => (
        <li key={`${value} ${reason}`} className="grid grid-cols-[48px_1fr] items-start gap-3">
          <RatingMark value={value} className="mt-0.5 h-6 w-12" />
          <p className="font-serif text-16">
            {reason}
            {mine ? <span className="ml-2 font-sans text-12 text-accent">yours</span> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The cells that the class parts over, with what was said for the ratings at the ends. */
export function ReasonList({ cells, base }: { cells: CellReasons[]; base: string }) {
  return (
    <ul className="grid gap-x-12 gap-y-6 md:grid-cols-2">
      {cells.map(({ evidence, explanation, reasons }) => (
        <li key={`${evidence} ${explanation}`} className="border-t border-rule pt-3">
          <h3 className="mb-2 font-sans text-13 font-medium">
            <Link href={cellPath(base, evidence, explanation)} className="text-accent hover:underline">
              {evidence} against {explanation}
            </Link>
          </h3>
          <Reasons reasons={reasons} />
        </li>
      ))}
    </ul>
  )
}

'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { type Drawn, drawLots } from '@/lib/debates/rules/lots'
import type { LotDto } from '@/lib/debates/schema'

const SAYS = { FOR: 'for', AGAINST: 'against' } as const

/** Whoever has another place now than the lot gave them. */
const changedSince = (drawn: Drawn[], now: LotDto['now']): Drawn[] =>
  drawn.filter((d) => (now[d.id] ?? '').toLowerCase() !== d.label.toLowerCase())

function how({ lot, seed }: LotDto): string {
  const people = `${lot.members.length} ${lot.members.length === 1 ? 'student' : 'students'}`
  const who = lot.everybody
    ? 'everybody on a side'
    : `${lot.seats.FOR.length + lot.seats.AGAINST.length} speakers, the rest jurors`
  return `Drawn from the seed “${seed}” among ${people}: ${who}${lot.byGroup ? ', each group divided evenly' : ''}.`
}

/** How the lot fell; anybody can draw it again here, in their own browser. */
export function Lot({ lot }: { lot: LotDto }) {
  const [drawn, setDrawn] = useState<Drawn[] | null>(null)
  const changed = drawn && changedSince(drawn, lot.now)
  return (
    <div className="mb-5 grid gap-2 text-14 text-ink-2">
      <p>{how(lot)}</p>
      <div className="print:hidden">
        <Button onClick={() => setDrawn(drawLots(lot.lot, lot.seed))}>Draw it again here</Button>
      </div>
      {drawn && changed ? (
        <div role="status" className="grid gap-2">
          <p>
            {changed.length === 0
              ? 'The same seed gives the same draw: every place below is as the lot gave it.'
              : `The same seed gives another place to ${changed.length === 1 ? 'one person' : `${changed.length} people`}: the staff changed places since, or somebody left.`}
          </p>
          <details className="print:hidden">
            <summary className="cursor-pointer text-13">The draw</summary>
            <ul className="mt-2 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
              {drawn.map((d) => (
                <li key={d.id} className="flex justify-between gap-3 border-b border-rule py-1 text-13">
                  {lot.names[d.id] ?? 'Somebody who has left'}
                  <span className="text-ink-3">
                    {d.label}
                    {d.side ? `, ${SAYS[d.side]}` : ''}
                    {changed.includes(d) ? `, now ${lot.now[d.id] ?? 'none'}` : ''}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        </div>
      ) : null}
    </div>
  )
}

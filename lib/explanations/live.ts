import 'server-only'
import type { Parcel, RecordedEvent } from '@/lib/events'
import { countsOf } from './counts'
import { type PushedCell, pushedCell } from './rules/pushed'

type Cell = [evidenceId: string, explanationId: string]
const keyOf = ([evidence, explanation]: Cell): string => `${evidence} ${explanation}`

/** The cells that an event is about, as `rateCells` writes them into it. */
const cellsOf = (event: RecordedEvent): Cell[] => (event.payload.cells as Cell[] | undefined) ?? []

/** How the class rates the cells now, counted once for everyone who hears of it. Nobody's own rating is in it. */
export async function hydrateCounts(events: RecordedEvent[]): Promise<Map<number, Parcel>> {
  const cells = new Map(events.flatMap(cellsOf).map((cell) => [keyOf(cell), cell]))
  const found = await countsOf([...cells.values()])
  const byKey = new Map(found.map((row) => [keyOf([row.evidenceId, row.explanationId]), row]))
  const push = (cell: Cell): PushedCell => {
    const row = byKey.get(keyOf(cell))
    return pushedCell(...cell, row?.raters ?? 0, row?.counts ?? [])
  }
  return new Map(
    events.map((event) => [event.seq, { json: JSON.stringify({ cells: cellsOf(event).map(push) }) }]),
  )
}

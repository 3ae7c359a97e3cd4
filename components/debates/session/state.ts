import type { StreamEvent } from '@/components/live/use-events'
import type { ClockDto, FloorDto, SessionPage, StatementDto } from '@/lib/debates/session/schema'

export type Live = Pick<SessionPage, 'clock' | 'floor' | 'statements' | 'turnout' | 'seq'> & {
  /** The last event that each part was told by: an older page does not undo it. */
  told: { floor: number; statements: number }
}

export type Change =
  | { what: 'page'; page: SessionPage }
  | { what: 'clock'; clock: ClockDto }
  | { what: 'floor'; floor: FloorDto }
  | { what: 'event'; event: StreamEvent }

export const liveFrom = ({ clock, floor, statements, turnout, seq }: SessionPage): Live => ({
  ...{ clock, floor, statements, turnout, seq },
  told: { floor: 0, statements: 0 },
})

const newer = (was: ClockDto, clock: ClockDto): ClockDto => (clock.revision >= was.revision ? clock : was)

function withPage(was: Live, page: SessionPage): Live {
  const { seq, clock, floor, statements, turnout } = page
  return {
    ...was,
    seq,
    clock: newer(was.clock, clock),
    floor: seq >= was.told.floor ? floor : was.floor,
    statements: seq >= was.told.statements ? statements : was.statements,
    turnout: { ...was.turnout, ...higher(was.turnout, turnout) },
  }
}

/** People vote, and nobody takes a vote back: a smaller number is an older one. */
const higher = (was: Record<string, number>, now: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(now).map(([id, n]) => [id, Math.max(n, was[id] ?? 0)]))

function withStatement(was: StatementDto[], id: string, now: StatementDto | null): StatementDto[] {
  const others = was.filter((s) => s.id !== id)
  return now ? [...others, now].sort((a, b) => a.number - b.number) : others
}

function withEvent(was: Live, { type, data, seq }: StreamEvent): Live {
  if (type === 'debate.session') return { ...was, clock: newer(was.clock, data.clock as ClockDto) }
  if (type === 'hand.changed')
    return { ...was, floor: data.floor as FloorDto, told: { ...was.told, floor: seq } }
  if (type === 'poll.turnout' && typeof data.voted === 'number')
    return {
      ...was,
      turnout: { ...was.turnout, ...higher(was.turnout, { [`${data.scopeId}`]: data.voted }) },
    }
  if (!type.startsWith('statement.')) return was
  const statement = data.statement as StatementDto | null
  return {
    ...was,
    statements: withStatement(was.statements, `${data.subjectId}`, statement),
    told: { ...was.told, statements: seq },
  }
}

export function change(was: Live, change: Change): Live {
  switch (change.what) {
    case 'page':
      return withPage(was, change.page)
    case 'clock':
      return { ...was, clock: newer(was.clock, change.clock) }
    case 'floor':
      return { ...was, floor: change.floor }
    case 'event':
      return withEvent(was, change.event)
  }
}

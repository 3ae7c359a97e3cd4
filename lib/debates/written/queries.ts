import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, memberIn, visibleDebates } from '@/lib/policy'
import { maySpeak } from '../rules/floor'
import { isVote } from '../rules/session'
import { isWritten, steps } from '../rules/written'
import { loadSession } from '../session/base'

export type StepDto = {
  name: string
  who: string
  asks: string
  /** Null where nobody knows yet: the debate has no beginning, or stands still. */
  from: string | null
  until: string | null
  state: 'DONE' | 'NOW' | 'NEXT'
  /** Whether the viewer writes in it. */
  mine: boolean
  vote: boolean
}
export type WrittenWeek = { state: 'WAITING' | 'ON' | 'PAUSED' | 'OVER'; steps: StepDto[] }

type Times = { from: Date | null; until: Date | null }[]

/** When each step was, is and will be: as it was held, then from the end of the one that runs. */
function timesOf(
  phases: { id: string; minutes: number }[],
  runs: { phaseId: string; startedAt: Date; endedAt: Date | null }[],
  now: { index: number; endsAt: Date | null; startsAt: Date | null },
): Times {
  const start = now.index < 0 ? now.startsAt : now.endsAt
  const ahead = start ? steps(start, phases.slice(now.index + 1)) : []
  return phases.map((phase, i) => {
    if (i > now.index) return ahead[i - now.index - 1] ?? { from: null, until: null }
    const run = runs.findLast((r) => r.phaseId === phase.id)
    return { from: run?.startedAt ?? null, until: i === now.index ? now.endsAt : (run?.endedAt ?? null) }
  })
}

/** The steps of a debate that is written over days, with their dates; null where it is held in a room. Throws NOT_FOUND. */
export async function writtenWeek(
  actor: Actor,
  courseId: string,
  debateId: string,
): Promise<WrittenWeek | null> {
  const member = memberIn(actor, courseId)
  const debate = await db.debate.findFirst({
    where: { AND: [{ id: debateId, courseId }, visibleDebates(actor)] },
    select: {
      startsAt: true,
      phases: { orderBy: { position: 'asc' } },
      roles: { where: { membershipId: member?.id }, select: { side: true, label: true, part: true } },
      runs: { orderBy: { number: 'asc' }, select: { phaseId: true, startedAt: true, endedAt: true } },
    },
  })
  if (!member || !debate) throw new AppError('NOT_FOUND')
  const { phases, roles, runs, startsAt } = debate
  if (!isWritten(phases)) return null
  const { standing } = await loadSession(db, debateId)
  const over = standing.state === 'ENDED'
  const at = 'phaseId' in standing ? phases.findIndex((p) => p.id === standing.phaseId) : -1
  const endsAt = standing.state === 'RUNNING' ? new Date(standing.endsAt) : null
  const times = timesOf(phases, runs, { index: over ? phases.length : at, endsAt, startsAt })
  const speakers = (json: unknown) => (Array.isArray(json) ? json.map(String) : [])
  return {
    state: over ? 'OVER' : at < 0 ? 'WAITING' : standing.state === 'PAUSED' ? 'PAUSED' : 'ON',
    steps: phases.map((phase, i) => ({
      ...{ name: phase.name, who: phase.who, asks: phase.asks },
      from: times[i]?.from?.toISOString() ?? null,
      until: times[i]?.until?.toISOString() ?? null,
      state: over || i < at ? 'DONE' : i === at ? 'NOW' : 'NEXT',
      mine: maySpeak(speakers(phase.speakers), roles[0] ?? null),
      vote: isVote(phase),
    })),
  }
}

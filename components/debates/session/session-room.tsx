'use client'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, use, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { Connection } from '@/components/live/connection'
import { type StreamEvent, type StreamState, useEvents } from '@/components/live/use-events'
import type { PhaseDto } from '@/lib/debates/schema'
import type { ClockDto, FloorDto, SessionPage } from '@/lib/debates/session/schema'
import { useServerClock } from './server-clock'
import { change, type Live, liveFrom } from './state'

export type Session = Omit<SessionPage, keyof Live> &
  Omit<Live, 'told'> & {
    courseSlug: string
    phase: PhaseDto | null
    next: PhaseDto | null
    stream: StreamState
    setClock: (clock: ClockDto) => void
    setFloor: (floor: FloorDto) => void
  }

const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession is for parts of a SessionRoom')
  return session
}

const TYPES = [
  ...['debate.session', 'hand.changed', 'statement.added', 'statement.edited', 'statement.deleted'],
  ...['poll.turnout', 'debate.changed', 'debate.sides', 'debate.closed'],
]
/** What changes rarely and in many ways: the page asks again, over a span, since everybody does. */
const isAround = (type: string): boolean => /^debate\.(changed|sides|closed)$/.test(type)
const SPREAD_MS = 6000

function useSpreadRefresh(): () => void {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => router.refresh(), Math.random() * SPREAD_MS)
  }
}

/**
 * Follows a session: phases, times, the queue and what is said come whole with their events, so that a class of any
 * size changes its screens without asking the server for anything.
 * @param asks the page has parts (ballots) that come with it alone: it is asked again when a vote begins.
 */
export function SessionRoom(props: {
  courseSlug: string
  page: SessionPage
  asks?: boolean
  children: ReactNode
}) {
  const { courseSlug, page, asks } = props
  const router = useRouter()
  const [live, dispatch] = useReducer(change, page, liveFrom)
  const [after] = useState(page.seq)
  const refresh = useSpreadRefresh()
  useServerClock(page.clock.now)
  useEffect(() => dispatch({ what: 'page', page }), [page])
  /** What can be named as what moved one has grown since the page was made; for a first vote it has all it needs. */
  const opensSecond = ({ revision, phaseId, votes }: ClockDto): boolean =>
    revision > live.clock.revision &&
    phaseId !== live.clock.phaseId &&
    votes.some((v) => v.open) &&
    page.phases.some((p) => p.id === phaseId && p.kind === 'POST_VOTE')
  const hear = (event: StreamEvent) => {
    const { type, data } = event
    const ours = type === 'poll.turnout' || data.scopeId === page.debate.id
    if (!ours) return
    if (isAround(type)) return refresh()
    dispatch({ what: 'event', event })
    if (asks && type === 'debate.session' && opensSecond(data.clock as ClockDto)) refresh()
  }
  const stream = useEvents(courseSlug, after, TYPES, hear, () => router.refresh())
  const session = useMemo((): Session => {
    const { told: _, ...rest } = live
    const at = page.phases.findIndex((p) => p.id === live.clock.phaseId)
    return {
      ...page,
      ...rest,
      ...{ courseSlug, stream, phase: page.phases[at] ?? null },
      next: (live.clock.state === 'READY' ? page.phases[0] : at >= 0 ? page.phases[at + 1] : null) ?? null,
      setClock: (clock) => dispatch({ what: 'clock', clock }),
      setFloor: (floor) => dispatch({ what: 'floor', floor }),
    }
  }, [page, live, courseSlug, stream])
  return (
    <SessionContext value={session}>
      {props.children}
      <Connection state={stream} />
    </SessionContext>
  )
}

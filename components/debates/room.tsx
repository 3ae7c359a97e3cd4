'use client'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { Connection } from '@/components/live/connection'
import { type StreamEvent, useEvents } from '@/components/live/use-events'
import { claimCode } from '@/lib/debates/rules/tree'

export type News = {
  number: number
  what: 'added' | 'changed' | 'deleted' | 'moved' | 'merged' | 'hidden' | 'put back'
}
type Room = {
  debateId: string
  /** Whose drafts these are: people share computers. */
  memberId: string
  /** Names a claim that this window changed itself, so that it is not announced as somebody else's. */
  mine: (claimId: string) => void
  news: News | null
  /** Hears every event of this debate; returns how to stop. */
  listen: (hear: (event: StreamEvent) => void) => () => void
}

const RoomContext = createContext<Room | null>(null)

export function useRoom(): Room {
  const room = use(RoomContext)
  if (!room) throw new Error('useRoom is for parts of a DebateRoom')
  return room
}

const TYPES = [
  ...['claim.added', 'claim.edited', 'claim.deleted', 'claim.moved', 'claim.merged', 'claim.judged'],
  'claim.moderated',
  ...['debate.closed', 'debate.changed', 'debate.sides', 'debate.session', 'poll.opened', 'poll.closed'],
  // the passages that claims rest on stand elsewhere then
  'reading.revised',
]
/** What happens outside the debate and shows in it. */
const isAround = (type: string): boolean => type.startsWith('poll.') || type === 'reading.revised'
/** Claims, and where the session stands, come whole with their events; for the rest the page asks again. */
const isWhole = (type: string): boolean => type.startsWith('claim.') || type === 'debate.session'
const WHAT: Record<string, News['what']> = {
  'claim.added': 'added',
  'claim.edited': 'changed',
  'claim.deleted': 'deleted',
  'claim.moved': 'moved',
  'claim.merged': 'merged',
}
/** What somebody else did to a claim, by what the event brought. */
function whatOf({ type, data }: StreamEvent): News['what'] | undefined {
  const [claim] = Array.isArray(data.claims) ? data.claims : []
  if (type === 'claim.moderated') return claim?.hidden ? 'hidden' : 'put back'
  return data.restored || data.separated ? 'added' : WHAT[type]
}
/** One look at the page for what happens in a moment. */
const GATHER_MS = 300
/** A change that comes this soon after one's own of the same claim is one's own. */
const OWN_MS = 5000

function useGathered(work: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(work, GATHER_MS)
  }
}

const listenTo =
  <T,>(listeners: Set<T>) =>
  (listener: T) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

/** Follows the debate: what others say appears, and is said to those who cannot see it appear. */
export function DebateRoom(props: {
  courseSlug: string
  debateId: string
  memberId: string
  seq: number
  children: ReactNode
}) {
  const { debateId, memberId } = props
  const router = useRouter()
  const [after] = useState(props.seq)
  const [news, setNews] = useState<News | null>(null)
  const own = useRef(new Map<string, number>())
  const [listeners] = useState(() => new Set<(event: StreamEvent) => void>())
  const [listen] = useState(() => listenTo(listeners))
  const refresh = useGathered(() => router.refresh())
  const hear = (event: StreamEvent) => {
    const { type, data } = event
    if (!isAround(type) && data.scopeId !== debateId) return
    for (const listener of listeners) listener(event)
    if (!isWhole(type)) refresh()
    const what = whatOf(event)
    const done = own.current.get(`${data.subjectId}`) ?? 0
    if (what && typeof data.number === 'number' && Date.now() - done > OWN_MS)
      setNews({ number: data.number, what })
  }
  const state = useEvents(props.courseSlug, after, TYPES, hear, () => router.refresh())
  const room = useMemo(
    () => ({
      ...{ debateId, memberId, news, listen },
      mine: (id: string) => void own.current.set(id, Date.now()),
    }),
    [debateId, memberId, news, listen],
  )
  return (
    <RoomContext value={room}>
      {props.children}
      <Connection state={state} />
    </RoomContext>
  )
}

/** The last thing that somebody else did to the argument. */
export function RoomNews() {
  const { news } = useRoom()
  return (
    <p role="status" aria-live="polite" className="min-h-[1.45em] text-13 text-ink-2 print:hidden">
      {!news ? null : news.what === 'deleted' ? (
        `${claimCode(news.number)} was deleted.`
      ) : (
        <a
          href={`#${claimCode(news.number)}`}
          className="text-accent underline decoration-1 underline-offset-2"
        >
          {claimCode(news.number)} was {news.what} just now
        </a>
      )}
    </p>
  )
}

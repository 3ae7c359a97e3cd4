import 'server-only'
import { log } from '@/lib/log'
import { isStaffRole, type Member } from '@/lib/policy/actor'
import { listener, type Wake } from './listener'
import { eventsAfter, lastSeq } from './read'
import type { RecordedEvent } from './types'

/** What is pushed. With `students`, no student but those named gets it (where one posts before one sees others). */
export type Parcel = { json: string; students?: readonly string[] }

/**
 * Turns events into what is pushed, by event number. It runs once per batch, not once per viewer, and must
 * leave out what the event's audience may no longer see (a note made private since).
 */
export type Hydrate = (events: RecordedEvent[]) => Promise<Map<number, Parcel>>

export type Subscriber = {
  userId: string
  member: Member
  /** What others see of who is here: the name, and the section that is open (lib/live/presence.ts). */
  name?: string
  sectionId?: string | null
  /** The last event number that the client has. */
  cursor: number
  send: (frame: Uint8Array) => void
  /** Ends the stream; the client reconnects and is authorised anew. */
  end: () => void
  /** Frames that arrive while the replay is still running; null once live. */
  pending: Frame[] | null
}

type Frame = { event: RecordedEvent; bytes: Uint8Array; students: ReadonlySet<string> | null }

const BATCH = 500
/** A client that is further behind loads its page anew instead of replaying. */
const MAX_REPLAY = 2000
const encoder = new TextEncoder()

class CourseFeed {
  readonly subscribers = new Set<Subscriber>()
  private head: number | null = null
  private wanted = 0
  private pumping = false

  constructor(
    private readonly courseId: string,
    private readonly hydrate: Hydrate,
  ) {}

  wake(seq: number): void {
    this.wanted = Math.max(this.wanted, seq)
    if (!this.pumping) void this.pump()
  }

  private async pump(): Promise<void> {
    this.pumping = true
    try {
      this.head ??= await this.oldestCursor()
      while (this.subscribers.size > 0 && this.head < this.wanted) {
        const events = await eventsAfter(this.courseId, this.head, BATCH)
        const last = events.at(-1)
        if (!last) break
        for (const frame of await frames(events, this.hydrate)) this.deliver(frame)
        this.head = last.seq
      }
    } catch (error) {
      // The database may be away for a moment: `resumed` will wake every feed again.
      log.warn({ error: String(error), courseId: this.courseId }, 'events could not be read')
    } finally {
      this.pumping = false
    }
    if (this.head !== null && this.subscribers.size > 0 && this.head < this.wanted)
      setTimeout(() => this.wake(0), 250)
  }

  private async oldestCursor(): Promise<number> {
    return Math.min(...[...this.subscribers].map((s) => s.cursor), await lastSeq(this.courseId))
  }

  private deliver(frame: Frame): void {
    for (const s of this.subscribers) {
      if (s.pending) s.pending.push(frame)
      else push(s, frame)
    }
  }

  /** Brings a new subscriber up to the present, then lets it live; nothing is missed or sent twice. */
  async join(subscriber: Subscriber): Promise<'live' | 'reset'> {
    this.subscribers.add(subscriber)
    const head = await lastSeq(this.courseId)
    if (head - subscriber.cursor > MAX_REPLAY || subscriber.cursor > head) return 'reset'
    this.head ??= head
    while (subscriber.cursor < head) {
      const events = await eventsAfter(this.courseId, subscriber.cursor, BATCH)
      const last = events.at(-1)
      if (!last) break
      for (const frame of await frames(events, this.hydrate)) push(subscriber, frame)
      subscriber.cursor = last.seq
    }
    for (const frame of subscriber.pending ?? []) push(subscriber, frame)
    subscriber.pending = null
    this.wake(await lastSeq(this.courseId))
    return 'live'
  }
}

async function frames(events: RecordedEvent[], hydrate: Hydrate): Promise<Frame[]> {
  const parcels = await hydrate(events)
  return events.flatMap((event) => {
    const parcel = parcels.get(event.seq)
    if (!parcel) return []
    const bytes = encoder.encode(`id: ${event.seq}\nevent: ${event.type}\ndata: ${parcel.json}\n\n`)
    return { event, bytes, students: parcel.students ? new Set(parcel.students) : null }
  })
}

function push(subscriber: Subscriber, { event, bytes, students }: Frame): void {
  if (event.seq <= subscriber.cursor) return
  subscriber.cursor = event.seq
  const { member } = subscriber
  const heldBack = students !== null && member.role === 'STUDENT' && !students.has(member.id)
  if (reaches(event, member) && !heldBack) subscriber.send(bytes)
}

/** Whether the event's audience holds this member. */
export function reaches(event: Pick<RecordedEvent, 'audience' | 'audienceId'>, member: Member): boolean {
  switch (event.audience) {
    case 'EVERYONE':
      return true
    case 'STAFF':
      return isStaffRole(member.role)
    case 'GROUP':
      return isStaffRole(member.role) || member.groupId === event.audienceId
    case 'PERSON':
      return member.id === event.audienceId
  }
}

type Hub = { feeds: Map<string, CourseFeed>; hydrate: Hydrate }
const g = globalThis as unknown as { colloquyHub?: Hub }

/** The process's feeds, one per course that somebody watches. It keeps nothing that a restart would lose. */
function hub(hydrate: Hydrate): Hub {
  if (!g.colloquyHub) {
    const made: Hub = { feeds: new Map(), hydrate }
    listener().subscribers.add((wake) => onWake(made, wake))
    g.colloquyHub = made
  }
  return g.colloquyHub
}

function onWake({ feeds }: Hub, wake: Wake): void {
  if (wake.kind === 'course') feeds.get(wake.courseId)?.wake(wake.seq)
  else if (wake.kind === 'user') endStreams(feeds, (s) => s.userId === wake.userId)
  else if (wake.kind === 'resumed') resume(feeds)
}

/** Anything may have happened while the listening connection was away. */
function resume(feeds: Hub['feeds']): void {
  for (const [courseId, feed] of feeds)
    lastSeq(courseId).then(
      (seq) => feed.wake(seq),
      () => {},
    )
}

function endStreams(feeds: Map<string, CourseFeed>, which: (s: Subscriber) => boolean): void {
  for (const feed of feeds.values()) for (const s of feed.subscribers) if (which(s)) s.end()
}

/** Joins the course's feed; `leave` when the connection ends. */
export async function subscribe(
  courseId: string,
  subscriber: Subscriber,
  hydrate: Hydrate,
): Promise<'live' | 'reset'> {
  const { feeds } = hub(hydrate)
  await listener().ready
  const feed = feeds.get(courseId) ?? new CourseFeed(courseId, hydrate)
  feeds.set(courseId, feed)
  return feed.join(subscriber)
}

export function leave(courseId: string, subscriber: Subscriber): void {
  const feed = g.colloquyHub?.feeds.get(courseId)
  feed?.subscribers.delete(subscriber)
  if (feed?.subscribers.size === 0) g.colloquyHub?.feeds.delete(courseId)
}

/** The streams of a course that this process holds. */
export const subscribersOf = (courseId: string): ReadonlySet<Subscriber> =>
  g.colloquyHub?.feeds.get(courseId)?.subscribers ?? new Set()

/** Ends every stream of this process, so that it can exit. */
export function endAllStreams(): void {
  if (g.colloquyHub) endStreams(g.colloquyHub.feeds, () => true)
}

import 'server-only'
import { AppError } from '@/lib/errors'
import { type Hydrate, leave, type Subscriber, subscribe } from '@/lib/events'
import { type Actor, memberIn } from '@/lib/policy'

const HEARTBEAT_MS = 15_000
const encoder = new TextEncoder()
const frame = (text: string): Uint8Array => encoder.encode(text)

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}

/** What is told beside the events, from when the stream is live; answers what to do when it ends. */
export type Attend = (courseId: string, subscriber: Subscriber) => () => void

export type From = {
  /** The last event number that the client has. */
  cursor: number
  /** The section that the client shows, if it shows one. */
  sectionId: string | null
}

/** Server-sent events of a course for one member, from where the client says it stands. */
export function eventStream(
  actor: Actor,
  courseId: string,
  { cursor, sectionId }: From,
  signal: AbortSignal,
  hydrate: Hydrate,
  attend: Attend,
): Response {
  const member = memberIn(actor, courseId)
  if (!member) throw new AppError('NOT_FOUND')
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const beat = setInterval(() => subscriber.send(frame(': beat\n\n')), HEARTBEAT_MS)
      const subscriber: Subscriber = {
        userId: actor.userId,
        name: actor.name,
        member,
        sectionId,
        cursor,
        pending: [],
        send: (bytes) => {
          try {
            controller.enqueue(bytes)
          } catch {
            stop()
          }
        },
        // The browser comes back at once and is authorised anew: who was signed out learns it within a second.
        end: () => {
          subscriber.send(frame('retry: 50\n\n'))
          stop()
        },
      }
      let leaveOthers = () => {}
      let stopped = false
      stop = () => {
        stop = () => {}
        stopped = true
        clearInterval(beat)
        leave(courseId, subscriber)
        leaveOthers()
        try {
          controller.close()
        } catch {
          // already closed by the other side
        }
      }
      signal.addEventListener('abort', () => stop())
      begin(courseId, subscriber, hydrate)
        .then((live) => {
          if (live && !stopped) leaveOthers = attend(courseId, subscriber)
        })
        .catch(() => stop())
    },
    cancel: () => stop(),
  })
  return new Response(body, { headers: HEADERS })
}

async function begin(courseId: string, subscriber: Subscriber, hydrate: Hydrate): Promise<boolean> {
  subscriber.send(frame('retry: 1000\n\n'))
  const state = await subscribe(courseId, subscriber, hydrate)
  subscriber.send(frame(`event: ${state === 'live' ? 'hello' : 'reset'}\ndata: {}\n\n`))
  if (state === 'reset') subscriber.end()
  return state === 'live'
}

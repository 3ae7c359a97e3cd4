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

/** Server-sent events of a course for one member, from after event number `cursor` on. */
export function eventStream(
  actor: Actor,
  courseId: string,
  cursor: number,
  signal: AbortSignal,
  hydrate: Hydrate,
): Response {
  const member = memberIn(actor, courseId)
  if (!member) throw new AppError('NOT_FOUND')
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const beat = setInterval(() => subscriber.send(frame(': beat\n\n')), HEARTBEAT_MS)
      const subscriber: Subscriber = {
        userId: actor.userId,
        member,
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
      stop = () => {
        stop = () => {}
        clearInterval(beat)
        leave(courseId, subscriber)
        try {
          controller.close()
        } catch {
          // already closed by the other side
        }
      }
      signal.addEventListener('abort', () => stop())
      begin(courseId, subscriber, hydrate).catch(() => stop())
    },
    cancel: () => stop(),
  })
  return new Response(body, { headers: HEADERS })
}

async function begin(courseId: string, subscriber: Subscriber, hydrate: Hydrate): Promise<void> {
  subscriber.send(frame('retry: 1000\n\n'))
  const state = await subscribe(courseId, subscriber, hydrate)
  if (state === 'live') return subscriber.send(frame('event: hello\ndata: {}\n\n'))
  subscriber.send(frame('event: reset\ndata: {}\n\n'))
  subscriber.end()
}

import { leave, type Subscriber, subscribe } from '@/lib/events'
import { hydrate } from '@/lib/live'
import { type Actor, memberIn } from '@/lib/policy'

export type Watcher = {
  /** Numbers of the events that reached this viewer, in the order in which they came. */
  seqs: number[]
  types: string[]
  /** Every frame as it was sent. */
  frames: string[]
  ended: boolean
  stop: () => void
  /** Waits until `count` events have come (or two seconds have passed). */
  until: (count: number) => Promise<void>
}

const decoder = new TextDecoder()

/** Follows a course's stream as that person's browser would, from event number `cursor`. */
export async function watch(actor: Actor, courseId: string, cursor: number): Promise<Watcher> {
  const member = memberIn(actor, courseId)
  if (!member) throw new Error('not a member')
  const watcher: Watcher = {
    seqs: [],
    types: [],
    frames: [],
    ended: false,
    stop: () => leave(courseId, subscriber),
    until: async (count) => {
      for (let i = 0; i < 200 && watcher.seqs.length < count; i++)
        await new Promise((done) => setTimeout(done, 10))
    },
  }
  const subscriber: Subscriber = {
    userId: actor.userId,
    member,
    cursor,
    pending: [],
    send: (frame) => {
      const text = decoder.decode(frame)
      const [, seq, type] = /^id: (\d+)\nevent: (\S+)/.exec(text) ?? []
      watcher.frames.push(text)
      watcher.seqs.push(Number(seq))
      watcher.types.push(type ?? '')
    },
    end: () => {
      watcher.ended = true
      leave(courseId, subscriber)
    },
  }
  await subscribe(courseId, subscriber, hydrate)
  return watcher
}

/**
 * Runs a command and answers who of the given people heard of it: the proof that a change reaches exactly those whose
 * pages it changes.
 */
export async function whoHears<K extends string>(
  people: Record<K, Actor>,
  courseId: string,
  cursor: number,
  command: () => Promise<unknown>,
): Promise<K[]> {
  const names = Object.keys(people) as K[]
  const watchers = await Promise.all(names.map((name) => watch(people[name], courseId, cursor)))
  await command()
  await new Promise((done) => setTimeout(done, 250))
  for (const watcher of watchers) watcher.stop()
  return names.filter((_, i) => (watchers[i]?.seqs.length ?? 0) > 0)
}

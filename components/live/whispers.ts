import { tellNotified } from './notified'

/**
 * What the stream says beside the events: only the last word of each kind counts. A page has one stream; whatever
 * shows such a thing may be loaded later than the first word came, and finds it here.
 */
export const WHISPERS = ['presence', 'lead', 'notified'] as const

const last = new Map<string, unknown>()
const listeners = new Set<() => void>()

let about = ''

export function hearWhisper(courseSlug: string, name: string, json: string): void {
  if (courseSlug !== about) last.clear()
  about = courseSlug
  if (name === 'notified') tellNotified()
  else last.set(name, JSON.parse(json))
  for (const listener of listeners) listener()
}

export const lastWhisper = <T>(name: string): T | null => (last.get(name) as T | undefined) ?? null

export function onWhisper(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

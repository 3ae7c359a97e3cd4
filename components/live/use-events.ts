'use client'
import { useEffect, useRef, useState } from 'react'
import { hearWhisper, WHISPERS } from './whispers'

export type StreamState = 'connecting' | 'open' | 'lost' | 'ended'
export type StreamEvent = { seq: number; type: string; data: Record<string, unknown> }

/**
 * Follows a course's events from number `after`. The browser reconnects by itself and says how far it got
 * (`Last-Event-ID`), so nothing is missed or seen twice; `ended` means that this person may no longer watch.
 * @param types event names to hear, as in lib/events/types.ts.
 * @param onReset called when too much happened to replay: load the page's data anew.
 * @param sectionId the section that the page shows: others there see that this person is here, and are seen.
 */
export function useEvents(
  courseSlug: string,
  after: number,
  types: readonly string[],
  onEvent: (event: StreamEvent) => void,
  onReset?: () => void,
  sectionId?: string,
): StreamState {
  const [state, setState] = useState<StreamState>('connecting')
  const handlers = useRef({ onEvent, onReset })
  handlers.current = { onEvent, onReset }
  const key = types.join(',')
  useEffect(() => {
    const here = sectionId ? `&section=${sectionId}` : ''
    const source = new EventSource(`/api/courses/${courseSlug}/events?after=${after}${here}`)
    const hear = (message: MessageEvent<string>) =>
      handlers.current.onEvent({
        seq: Number(message.lastEventId),
        type: message.type,
        data: JSON.parse(message.data) as Record<string, unknown>,
      })
    for (const type of key.split(',')) source.addEventListener(type, hear)
    for (const name of WHISPERS)
      source.addEventListener(name, ({ data }: MessageEvent<string>) => hearWhisper(courseSlug, name, data))
    source.addEventListener('hello', () => setState('open'))
    source.addEventListener('reset', () => handlers.current.onReset?.())
    source.onerror = () => setState(source.readyState === EventSource.CLOSED ? 'ended' : 'lost')
    return () => source.close()
  }, [courseSlug, after, key, sectionId])
  return state
}

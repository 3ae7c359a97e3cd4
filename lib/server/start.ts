import 'server-only'
import { endAllStreams } from '@/lib/events'

/** Next's own handler waits for open responses: without this the process would never exit on SIGTERM. */
export function onServerStart(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, endAllStreams)
}

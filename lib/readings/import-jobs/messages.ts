import type { ErrorCode } from '@/lib/errors'
import type { ImportedReading } from '../import/types'

/** What the reading process is given over its channel, and what it says. */
export type Order = { bytes: Uint8Array; name: string; type: string }
export type Message =
  | { kind: 'ready' }
  | { kind: 'alive'; rss: number }
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'read'; reading: ImportedReading }
  /** `cause`: what a parser threw; for the log alone. */
  | { kind: 'refused'; code: ErrorCode; message: string; cause?: string }

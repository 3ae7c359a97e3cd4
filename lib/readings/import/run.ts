import { AppError } from '@/lib/errors'
import { LIMITS } from './limits'
import type { ImportOptions } from './types'

/** One import under way: whether it may go on, how far it is, and what it had to leave out. */
export type Run = {
  /** Throws when cancelled or out of time. Cheap: call it in every loop over a stranger's data. */
  check: () => void
  /** Reports progress and lets the event loop breathe, so that a cancel can arrive at all. */
  step: (done: number, total: number) => Promise<void>
  /** A sentence for the person about something skipped; said once however often it happens. */
  warn: (sentence: string) => void
  warnings: string[]
}

export function startRun(o: ImportOptions, now: () => number = Date.now): Run {
  const started = now()
  const warnings: string[] = []
  const check = () => {
    if (o.signal?.aborted) throw new AppError('IMPORT_CANCELLED')
    if (now() - started > LIMITS.milliseconds) throw tooSlow()
  }
  return {
    check,
    warnings,
    warn: (sentence) => {
      if (!warnings.includes(sentence) && warnings.length < LIMITS.warnings) warnings.push(sentence)
    },
    step: async (done, total) => {
      check()
      o.progress?.(done, total)
      await new Promise((resolve) => setImmediate(resolve))
      check()
    },
  }
}

/** The work, or the refusal that comes first: a cancel and the clock are heard even while a library waits. */
export async function withinBounds<T>(o: ImportOptions, work: Promise<T>): Promise<T> {
  let stop = () => {}
  const refusal = new Promise<never>((_, reject) => {
    const cancel = () => reject(new AppError('IMPORT_CANCELLED'))
    const timer = setTimeout(() => reject(tooSlow()), LIMITS.milliseconds)
    o.signal?.addEventListener('abort', cancel, { once: true })
    if (o.signal?.aborted) cancel()
    stop = () => {
      clearTimeout(timer)
      o.signal?.removeEventListener('abort', cancel)
    }
  })
  try {
    return await Promise.race([work, refusal])
  } finally {
    stop()
  }
}

function tooSlow() {
  const seconds = Math.round(LIMITS.milliseconds / 1000)
  return new AppError(
    'IMPORT_TIMEOUT',
    `The file was still being read after ${seconds} seconds and was stopped. Split it into parts, or save it anew and try again.`,
  )
}

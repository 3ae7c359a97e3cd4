const SLICE_MS = 6

const pause = (): Promise<void> => {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }
  return scheduler?.yield ? scheduler.yield() : new Promise((done) => setTimeout(done))
}

/**
 * Works through a list in slices of a few milliseconds, so that nobody's typing or scrolling waits for it. What fits
 * into the first slice is done before it returns.
 * @returns whether it came to the end: not when `signal` was aborted meanwhile.
 */
export async function inSlices<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  signal: AbortSignal,
): Promise<boolean> {
  let until = performance.now() + SLICE_MS
  for (const item of items) {
    if (performance.now() > until) {
      await pause()
      if (signal.aborted) return false
      until = performance.now() + SLICE_MS
    }
    work(item)
  }
  return true
}

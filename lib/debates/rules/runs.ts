type Run = { number: number; startedAt: Date; endedAt: Date | null }
type Placed<T> = { before: T[]; during: Map<number, T[]>; after: T[] }

/**
 * Puts what happened at a moment into the run of the session that was on then: before the first, in a run (until the
 * next begins), or after the last had ended.
 */
export function inRuns<T extends { at: Date }>(things: readonly T[], runs: readonly Run[]): Placed<T> {
  const placed: Placed<T> = { before: [], during: new Map(runs.map((r) => [r.number, []])), after: [] }
  const last = runs.at(-1)
  for (const thing of things) {
    const run = runs.findLast((r) => r.startedAt <= thing.at)
    if (!run) placed.before.push(thing)
    else if (run === last && run.endedAt && thing.at > run.endedAt) placed.after.push(thing)
    else placed.during.get(run.number)?.push(thing)
  }
  return placed
}

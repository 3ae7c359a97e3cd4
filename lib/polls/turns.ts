/** Half of the connections that there are by default: pages are still answered while a whole class votes. */
const AT_ONCE = 3

type Line = { running: number; waiting: (() => void)[] }

// Pages, actions and route handlers are separate module instances of one process: one line for all of them.
const g = globalThis as unknown as { colloquyBallots?: Line }

/**
 * Runs ballots a few at a time, first come first served. A class votes all at once, and one voter may press again and
 * again: without a line here all would wait for a connection, and be turned away after five seconds, some voters with
 * every one of their requests. What is right is decided by the database alone; this only keeps the wait in order.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  g.colloquyBallots ??= { running: 0, waiting: [] }
  const line = g.colloquyBallots
  if (line.running >= AT_ONCE) await new Promise<void>((go) => line.waiting.push(go))
  else line.running += 1
  try {
    return await work()
  } finally {
    const next = line.waiting.shift()
    if (next) next()
    else line.running -= 1
  }
}

import type { PhaseKind } from '../set-up/roles'

export type OrderProblem = { index: number; message: string }

/** What is wrong with the order of votes: the second needs a first before it, and there is one of each. */
export function orderProblem(phases: readonly { kind: PhaseKind }[]): OrderProblem | null {
  const at = (kind: PhaseKind) => phases.flatMap((p, i) => (p.kind === kind ? [i] : []))
  const [pre, post] = [at('PRE_VOTE'), at('POST_VOTE')]
  if (pre[1] !== undefined)
    return {
      index: pre[1],
      message: 'There is a first vote already. A debate has one first and one second vote.',
    }
  if (post[1] !== undefined)
    return {
      index: post[1],
      message: 'There is a second vote already. A debate has one first and one second vote.',
    }
  if (post[0] === undefined) return null
  if (pre[0] === undefined)
    return {
      index: post[0],
      message: 'A second vote needs a first vote before it, or nothing shows who moved.',
    }
  return pre[0] < post[0] ? null : { index: post[0], message: 'The second vote comes after the first.' }
}

type Kept = {
  id: string
  name: string
  minutes: number
  kind: PhaseKind
  who: string
  purpose: string
  asks: string
  speakers: string[]
}
type Wanted = Omit<Kept, 'id'> & { id?: string }

const same = (a: Kept, b: Wanted | undefined): boolean =>
  b !== undefined &&
  a.id === b.id &&
  JSON.stringify([a.name, a.minutes, a.kind, a.who, a.purpose, a.asks, a.speakers]) ===
    JSON.stringify([b.name, b.minutes, b.kind, b.who, b.purpose, b.asks, b.speakers])

/** How many phases, from the first, stay as they are: up to the last that has been run. */
export function heldCount(phases: readonly { id: string }[], run: ReadonlySet<string>): number {
  return phases.findLastIndex((p) => run.has(p.id)) + 1
}

/** The first phase that has been run (or comes before one that has) and would not stay as it is. */
export function heldProblem(
  was: readonly Kept[],
  wanted: readonly Wanted[],
  held: number,
): OrderProblem | null {
  const index = was.slice(0, held).findIndex((phase, i) => !same(phase, wanted[i]))
  if (index < 0) return null
  return { index, message: `“${was[index]?.name}” has been held, so it stays as it was, in its place.` }
}

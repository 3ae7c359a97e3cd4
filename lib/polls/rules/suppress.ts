/** Fewer ballots than this are never counted in the open, and groups smaller than it never shown. */
export const FEWEST = 3

export type Flow = Record<string, Record<string, number>>
/** null: not shown. */
export type ShownFlow = Record<string, Record<string, number | null>>

/** `most`: what a cell cannot be larger than, where something else that is shown tells. */
type Grid = { values: number[][]; hidden: boolean[][]; most?: number[][] }

/**
 * A table of moves without the small groups. The sums of rows and columns are known (they are the results of the two
 * votes), so hiding a small cell alone would be undone by subtraction: further cells are hidden until nobody can work
 * out a small one, nor that it is small (complementary cell suppression; Fischetti and Salazar, "Solving the Cell
 * Suppression Problem on Tabular Data with Linear Constraints", Management Science 47, 2001). Which cells, is chosen
 * greedily, the smallest first: this may hide more than need be, never less. Where the sums alone tell, all is hidden.
 */
export function hideSmallFlows(flow: Flow): ShownFlow {
  const from = Object.keys(flow)
  const to = [...new Set(from.flatMap((a) => Object.keys(flow[a] ?? {})))]
  const values = from.map((a) => to.map((b) => flow[a]?.[b] ?? 0))
  const grid = { values, hidden: values.map((row) => row.map(isSmall)) }
  const small = cellsOf(grid).filter(([i, j]) => isSmall(values[i]![j]!))
  for (let open = small.find((c) => !isSafe(grid, c)); open; open = small.find((c) => !isSafe(grid, c))) {
    const more = companions(grid, open)
    if (more.length === 0) break
    for (const [i, j] of more) grid.hidden[i]![j] = true
  }
  return Object.fromEntries(
    from.map((a, i) => [
      a,
      Object.fromEntries(to.map((b, j) => [b, grid.hidden[i]![j] ? null : values[i]![j]!])),
    ]),
  )
}

/**
 * Whether the small groups of a table of moves stay hidden when, besides what is shown of it, it becomes known that
 * some cells are no larger than `most`. What the table gives away by itself is left out of account.
 */
export function staysHidden(
  flow: Flow,
  shown: ShownFlow,
  most: (from: string, to: string) => number,
): boolean {
  const from = Object.keys(flow)
  const values = from.map((a) => from.map((b) => flow[a]?.[b] ?? 0))
  const hidden = from.map((a) => from.map((b) => (shown[a]?.[b] ?? null) === null))
  const grid: Grid = { values, hidden }
  const bounded: Grid = { ...grid, most: from.map((a) => from.map((b) => most(a, b))) }
  return cellsOf(grid).every(
    ([i, j]) => !isSmall(values[i]![j]!) || !isSafe(grid, [i, j]) || isSafe(bounded, [i, j]),
  )
}

type Cell = [number, number]

const isSmall = (count: number): boolean => count > 0 && count < FEWEST
const cellsOf = ({ values }: Grid): Cell[] => values.flatMap((row, i) => row.map((_, j): Cell => [i, j]))

/** Neither the number can be worked out, nor that it is one of the small ones. */
function isSafe(grid: Grid, [i, j]: Cell): boolean {
  const value = grid.values[i]![j]!
  const most = Math.min(value + room(grid, [i, j], 'up'), grid.most?.[i]?.[j] ?? Number.POSITIVE_INFINITY)
  const least = value - Math.min(value, room(grid, [i, j], 'down'))
  return least < most && !(least > 0 && most < FEWEST)
}

/** What to hide as well: the cheapest rectangle that makes the cell safe, or else one more cell of its row or column. */
function companions(grid: Grid, cell: Cell): Cell[] {
  const [i, j] = cell
  const rectangles = cellsOf(grid)
    .filter(([a, b]) => a !== i && b !== j)
    .map(([a, b]) =>
      visibleAmong(grid, [
        [i, b],
        [a, j],
        [a, b],
      ]),
    )
    .filter((cells) => cells.length > 0)
    .sort((x, y) => costOf(grid, x) - costOf(grid, y))
  return rectangles.find((cells) => isSafe(withHidden(grid, cells), cell)) ?? oneMore(grid, cell)
}

const visibleAmong = ({ hidden }: Grid, cells: Cell[]): Cell[] => cells.filter(([a, b]) => !hidden[a]![b])
const costOf = (grid: Grid, cells: Cell[]): number =>
  cells.reduce((sum, cell) => sum + valueAt(grid, cell), 0)

function withHidden({ values, hidden }: Grid, cells: Cell[]): Grid {
  const more = hidden.map((row) => [...row])
  for (const [i, j] of cells) more[i]![j] = true
  return { values, hidden: more }
}

/** The smallest visible cell of the row or the column, whichever hides fewer; then any. */
function oneMore(grid: Grid, [i, j]: Cell): Cell[] {
  const visible = visibleAmong(grid, cellsOf(grid))
  const row = visible.filter(([a]) => a === i)
  const column = visible.filter(([, b]) => b === j)
  const near = row.length >= column.length ? row : column
  return (near.length ? near : visible).sort((x, y) => valueAt(grid, x) - valueAt(grid, y)).slice(0, 1)
}

const valueAt = ({ values }: Grid, [i, j]: Cell): number => values[i]![j]!

/**
 * By how much a hidden cell could be larger ('up') or smaller ('down') with the same sums: the most that can flow
 * through the other hidden cells, a row gaining without bound and a column giving up what it has.
 */
function room({ values, hidden, most }: Grid, [i, j]: Cell, way: 'up' | 'down'): number {
  const rows = values.length
  const size = rows + (values[0]?.length ?? 0)
  const capacity = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const [a, b] of cellsOf({ values, hidden })) {
    if (!hidden[a]![b] || (a === i && b === j)) continue
    const bound = most?.[a]?.[b] ?? Number.POSITIVE_INFINITY
    capacity[a]![rows + b] = Math.min(bound - values[a]![b]!, Number.MAX_SAFE_INTEGER / 2)
    capacity[rows + b]![a] = values[a]![b]!
  }
  return way === 'up' ? mostFlow(capacity, rows + j, i) : mostFlow(capacity, i, rows + j)
}

/** Ford and Fulkerson (1956) with shortest paths; the tables have a dozen rows at most. Unbounded paths count once. */
function mostFlow(capacity: number[][], source: number, sink: number): number {
  let total = 0
  for (let path = shortest(capacity, source, sink); path; path = shortest(capacity, source, sink)) {
    const steps = path.slice(1).map((to, k): Cell => [path[k]!, to])
    const least = Math.min(...steps.map(([a, b]) => capacity[a]![b]!))
    for (const [a, b] of steps) {
      capacity[a]![b]! -= least
      capacity[b]![a]! += least
    }
    total += least
    if (total >= Number.MAX_SAFE_INTEGER / 4) break
  }
  return total
}

function shortest(capacity: number[][], source: number, sink: number): number[] | null {
  const cameFrom = new Map<number, number>([[source, -1]])
  for (const node of cameFrom.keys())
    for (const [next, left] of capacity[node]!.entries())
      if (left > 0 && !cameFrom.has(next)) cameFrom.set(next, node)
  if (!cameFrom.has(sink)) return null
  const path: number[] = []
  for (let node = sink; node !== -1; node = cameFrom.get(node) ?? -1) path.unshift(node)
  return path
}

/** How many went from each first choice to each; both sums of it are published results. */
export function flowOf(codes: string[], pairs: { before: string; after: string }[]): Flow {
  const flow: Flow = Object.fromEntries(codes.map((a) => [a, Object.fromEntries(codes.map((b) => [b, 0]))]))
  for (const { before, after } of pairs) {
    const row = flow[before]
    if (row?.[after] !== undefined) row[after] += 1
  }
  return flow
}

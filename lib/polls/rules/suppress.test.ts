import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FEWEST, type Flow, flowOf, hideSmallFlows, type ShownFlow } from './suppress'

const tableOf = (values: number[][]): Flow =>
  Object.fromEntries(values.map((row, i) => [`r${i}`, Object.fromEntries(row.map((v, j) => [`c${j}`, v]))]))

/** Every table of whole numbers that somebody who knows the sums and what is shown cannot rule out. */
function possible(values: number[][], shown: ShownFlow): number[][][] {
  const known = values.map((row, i) => row.map((_, j) => shown[`r${i}`]?.[`c${j}`] ?? null))
  const found: number[][][] = []
  const rowLeft = values.map((row) => row.reduce((a, b) => a + b, 0))
  const columnLeft = (values[0] ?? []).map((_, j) => values.reduce((sum, row) => sum + row[j]!, 0))
  const visit = (at: number, table: number[]) => {
    const width = columnLeft.length
    const [i, j] = [Math.floor(at / width), at % width]
    if (i === rowLeft.length) {
      if ([...rowLeft, ...columnLeft].every((left) => left === 0))
        found.push(rowLeft.map((_, r) => table.slice(r * width, (r + 1) * width)))
      return
    }
    const most = Math.min(rowLeft[i]!, columnLeft[j]!)
    const fixed = known[i]![j]
    for (let v = fixed ?? 0; v <= (fixed ?? most) && v <= most; v++) {
      if (j === width - 1 && v !== rowLeft[i]) continue
      rowLeft[i]! -= v
      columnLeft[j]! -= v
      visit(at + 1, [...table, v])
      rowLeft[i]! += v
      columnLeft[j]! += v
    }
  }
  visit(0, [])
  return found
}

const anyTable = fc.integer({ min: 2, max: 3 }).chain((n) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: n, maxLength: n }), {
    minLength: n,
    maxLength: n,
  }),
)

describe('hideSmallFlows', () => {
  it('never lets a group of one or two be worked out from the sums, save where the sums alone tell', () => {
    fc.assert(
      fc.property(anyTable, (values) => {
        const shown = hideSmallFlows(tableOf(values))
        const all = possible(values, shown)
        const hidesAll = Object.values(shown).every((row) => Object.values(row).every((v) => v === null))
        for (const [i, row] of values.entries())
          for (const [j, value] of row.entries()) {
            if (value === 0 || value >= FEWEST) continue
            expect(shown[`r${i}`]?.[`c${j}`]).toBeNull()
            const options = new Set(all.map((t) => t[i]![j]!))
            const told = options.size === 1 || [...options].every((v) => v > 0 && v < FEWEST)
            expect(told && !hidesAll).toBe(false)
          }
      }),
      { numRuns: 300 },
    )
  })

  it('shows everything where no group is small, and says a group is absent where it is', () => {
    const flow = tableOf([
      [5, 0],
      [3, 9],
    ])
    expect(hideSmallFlows(flow)).toEqual(flow)
  })

  it('hides a companion of a small group, so that subtraction does not bring it back', () => {
    const shown = hideSmallFlows(
      tableOf([
        [50, 2, 8],
        [9, 40, 11],
        [7, 6, 30],
      ]),
    )
    const hidden = Object.values(shown).map((row) => Object.values(row).filter((v) => v === null).length)
    expect(hidden.reduce((a, b) => a + b, 0)).toBe(4)
    expect(hidden.filter((n) => n > 0)).toEqual([2, 2])
  })
})

describe('flowOf', () => {
  it('counts each move once', () => {
    const pairs = [
      { before: 'a', after: 'b' },
      { before: 'a', after: 'b' },
      { before: 'b', after: 'b' },
    ]
    expect(flowOf(['a', 'b'], pairs)).toEqual({ a: { a: 0, b: 2 }, b: { a: 0, b: 1 } })
  })
})

/** Whether a vector is a combination of the rows (Gauss and Jordan, in fractions as floats; the tables are tiny). */
function inSpan(rows: number[][], target: number[]): boolean {
  const basis: number[][] = []
  const reduce = (row: number[]): number[] => {
    let left = [...row]
    for (const b of basis) {
      const lead = b.findIndex((x) => Math.abs(x) > 1e-9)
      left = left.map((x, i) => x - (left[lead]! / b[lead]!) * b[i]!)
    }
    return left.map((x) => (Math.abs(x) < 1e-9 ? 0 : x))
  }
  for (const row of rows) {
    const left = reduce(row)
    if (left.some((x) => x !== 0)) basis.push(left)
  }
  return reduce(target).every((x) => x === 0)
}

describe('no linear combination of what is shown', () => {
  it('gives a group of one or two: sums of rows and columns, and cells, added and subtracted in any way', () => {
    const table = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    })
    fc.assert(
      fc.property(table, (values) => {
        const shown = hideSmallFlows(tableOf(values))
        const at = (i: number, j: number) => shown[`r${i}`]?.[`c${j}`] ?? null
        const unit = (cells: [number, number][]) =>
          Array.from({ length: 9 }, (_, k) => (cells.some(([i, j]) => i * 3 + j === k) ? 1 : 0))
        const three = [0, 1, 2]
        const known = [
          ...three.map((i) => unit(three.map((j) => [i, j]))),
          ...three.map((j) => unit(three.map((i) => [i, j]))),
          ...three.flatMap((i) => three.flatMap((j) => (at(i, j) === null ? [] : [unit([[i, j]])]))),
        ]
        for (const i of three)
          for (const j of three) {
            const value = values[i]![j]!
            if (value === 0 || value >= FEWEST) continue
            expect(inSpan(known, unit([[i, j]]))).toBe(false)
          }
      }),
      { numRuns: 500 },
    )
  })
})

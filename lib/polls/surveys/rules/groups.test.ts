import { describe, expect, test } from 'vitest'
import { seeded, shuffle } from '@/lib/random/seeded'
import { adjustedRand } from './cluster'
import { type Grid, gridOf, type Vote, type VoteValue } from './grid'
import { groupsOf, shuffleVotes } from './groups'

type Random = () => number
const names = (letter: string, n: number) =>
  Array.from({ length: n }, (_, i) => `${letter}${String(i).padStart(3, '0')}`)

/** A vote of somebody who leans to `side` on a statement that divides, with passes, slips and gaps. */
function lean(side: number, random: Random, noise: number, missing: number): VoteValue | null {
  if (random() < missing) return null
  if (random() < 0.12) return 0
  return (random() < noise ? -side : side) < 0 ? -1 : 1
}

/** Planted groups: each has its own side on every statement that divides; the rest is common opinion. */
function planted(
  sizes: number[],
  statements: number,
  random: Random,
  { noise = 0.15, missing = 0.15, common = 0.3 } = {},
) {
  const truth = sizes.flatMap((n, g) => Array<number>(n).fill(g))
  const sides = sizes.map(
    () =>
      Array.from({ length: statements }, (_, j) =>
        j < common * statements ? 1 : random() < 0.5 ? 1 : -1,
      ) as number[],
  )
  // Two groups stand against each other where opinion divides.
  if (sizes.length === 2) sides[1] = sides[0]!.map((s, j) => (j < common * statements ? s : -s))
  const values = truth.map((g) => sides[g]!.map((side) => lean(side, random, noise, missing)))
  const grid: Grid = { people: names('p', truth.length), statements: names('s', statements), values }
  return { grid, truth }
}

const found = ({ grid, truth }: { grid: Grid; truth: number[] }): boolean => {
  const groups = groupsOf(grid)
  return groups.state === 'found' && adjustedRand(groups.labels, truth) >= 0.8
}

const share = (runs: number, once: (random: Random) => boolean): number =>
  Array.from({ length: runs }, (_, i) => once(seeded(`run ${i}`))).filter(Boolean).length / runs

describe('shuffled votes', () => {
  for (const [people, statements] of [
    [12, 12],
    [30, 40],
    [60, 20],
  ] as const)
    test(`of ${people} people on ${statements} statements say "no clear groups" at least 95 times in 100`, () => {
      const honest = share(200, (random) => {
        const { grid } = planted([Math.ceil(people / 2), Math.floor(people / 2)], statements, random)
        return groupsOf({ ...grid, values: shuffleVotes(grid.values, random) }).state === 'none'
      })
      expect(honest).toBeGreaterThanOrEqual(0.95)
    }, 60_000)

  test('keep every statement’s votes and gaps', () => {
    const random = seeded('x')
    const { values } = planted([8, 8], 10, random).grid
    const dealt = shuffleVotes(values, random)
    const column = (grid: Grid['values'], j: number) => grid.map((row) => row[j])
    for (let j = 0; j < 10; j++) {
      expect(column(dealt, j).map((v) => v === null)).toEqual(column(values, j).map((v) => v === null))
      expect([...column(dealt, j)].sort()).toEqual([...column(values, j)].sort())
    }
  })
})

describe('planted groups', () => {
  for (const [sizes, statements] of [
    [[7, 5], 16],
    [[18, 12], 40],
    [[10, 10, 10], 40],
    [[40, 20], 20],
  ] as [number[], number][])
    test(`of ${sizes.join(', ')} on ${statements} statements are found at least 9 times in 10`, () => {
      const noise = sizes.length === 2 && sizes[0]! < 10 ? 0.05 : 0.15
      expect(
        share(10, (random) => found(planted(sizes, statements, random, { noise }))),
      ).toBeGreaterThanOrEqual(0.9)
    }, 60_000)
})

test('a spectrum without a gap is no group', () => {
  // Everybody has a place between two poles (a logistic item response model); the middle is the most frequent.
  const honest = share(20, (random) => {
    const values = Array.from({ length: 40 }, () => {
      const trait = (random() + random() + random() - 1.5) * 2
      return Array.from({ length: 24 }, (_, j): VoteValue => {
        const pull = (j % 2 ? 1 : -1) * trait + ((j % 5) - 2) * 0.3
        return random() < 0.1 ? 0 : random() < 1 / (1 + Math.exp(-pull)) ? 1 : -1
      })
    })
    return groupsOf({ people: names('p', 40), statements: names('s', 24), values }).state === 'none'
  })
  expect(honest).toBeGreaterThanOrEqual(0.9)
}, 60_000)

describe('the answer', () => {
  const asVotes = ({ people, statements, values }: Grid): Vote[] =>
    values.flatMap((row, i) =>
      row.flatMap((value, j) =>
        value === null ? [] : [{ person: people[i]!, statement: statements[j]!, value }],
      ),
    )

  test('does not depend on the order of votes, people or statements', () => {
    const { grid } = planted([9, 7], 16, seeded('order'), { noise: 0.05 })
    const once = groupsOf(gridOf(grid.statements, asVotes(grid)))
    for (const seed of ['a', 'b']) {
      const votes = shuffle(asVotes(grid), seeded(seed))
      const statements = shuffle([...grid.statements], seeded(seed))
      expect(groupsOf(gridOf(statements, votes))).toEqual(once)
    }
    expect(once.state).toBe('found')
  })

  test('is that there are too few, below eight people or six statements', () => {
    const { grid } = planted([4, 3], 12, seeded('few'))
    expect(groupsOf(grid)).toEqual({ state: 'too-few' })
    expect(groupsOf(planted([10, 10], 5, seeded('few')).grid)).toEqual({ state: 'too-few' })
  })

  test('is none where everybody votes alike, and never a group of fewer than three', () => {
    const alike = {
      people: names('p', 12),
      statements: names('s', 12),
      values: Array(12).fill(Array(12).fill(1)),
    }
    expect(groupsOf(alike).state).toBe('none')
    for (let i = 0; i < 20; i++) {
      const groups = groupsOf(planted([10, 2], 14, seeded(`small ${i}`), { noise: 0.02 }).grid)
      if (groups.state !== 'found') continue
      for (let g = 0; g < groups.count; g++)
        expect(groups.labels.filter((l) => l === g).length).toBeGreaterThanOrEqual(3)
    }
  })

  test('leaves out who voted too seldom to be placed', () => {
    const votes: Vote[] = names('s', 3).map((statement) => ({ person: 'new', statement, value: 1 }))
    expect(gridOf(names('s', 12), votes).people).toEqual([])
    expect(gridOf(names('s', 6), votes).people).toEqual(['new'])
  })
})

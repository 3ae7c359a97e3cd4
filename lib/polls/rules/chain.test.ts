import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approvals, chainsOf, chainWith, firstChoice, type History, toldBetween, whoever } from './chain'
import { movedOf } from './moved'
import { verdicts } from './pair-moves'
import { FEWEST } from './suppress'

const CODES = ['a', 'b']
/** A class: how many voters have each history, a letter a wave; a dot missed it. */
type Class = Map<string, number>
type Known = { text: string; value: number }[]

const historiesOf = (people: Class): History[] =>
  [...people].flatMap(([text, n]) =>
    Array.from({ length: n }, () =>
      [...text].map((c) => (c === '.' ? null : { ranking: [[c]], scores: {} })),
    ),
  )
/** `?` stands for anything, `+` for any vote. */
const fits = (text: string, history: string): boolean =>
  [...text].every((c, i) => c === '?' || (c === '+' ? history[i] !== '.' : c === history[i]))
const count = (people: Class, text: string): number =>
  [...people].reduce((sum, [history, n]) => sum + (fits(text, history) ? n : 0), 0)
const at = (wave: number, c: string, other = -1, d = '?'): string =>
  ['?', '?', '?'].map((_, i) => (i === wave ? c : i === other ? d : '?')).join('')

/** What the lists of ballots say, and who came when, which staff see. */
const listed = (people: Class): Known =>
  [0, 1, 2]
    .flatMap((wave) => CODES.map((c) => at(wave, c)))
    .map((text) => ({ text, value: count(people, text) }))

/** What the page of two waves adds: sums of those who came to both, and the moves that are shown. */
function compared(people: Class, from: number, to: number): Known {
  const pairs = [...people].flatMap(([h, n]) =>
    h[from] === '.' || h[to] === '.'
      ? []
      : Array.from({ length: n }, () => ({ before: h[from]!, after: h[to]! })),
  )
  const { moved } = movedOf(CODES, pairs)
  if (!moved) return []
  return CODES.flatMap((a) => [
    { text: at(from, a, to, '+'), value: moved.before[a]! },
    { text: at(from, '+', to, a), value: moved.after[a]! },
    ...CODES.flatMap((b) => {
      const value = moved.flow[a]?.[b] ?? null
      return value === null ? [] : [{ text: at(from, a, to, b), value }]
    }),
  ])
}

/** Every class that agrees with what is known, and in which the same people came to the same waves. */
function possible(people: Class, known: Known): Class[] {
  const patterns = new Map<string, number>()
  for (const [h, n] of people) {
    const came = h.replace(/[ab]/g, '+')
    patterns.set(came, (patterns.get(came) ?? 0) + n)
  }
  const groups = [...patterns].map(([came, n]) => {
    const texts = [...came].reduce<string[]>(
      (all, c) => all.flatMap((t) => (c === '.' ? [`${t}.`] : CODES.map((x) => t + x))),
      [''],
    )
    return spread(n, texts.length).map((counts) => ({
      counts: texts.map((text, i): [string, number] => [text, counts[i]!]),
      sums: known.map(({ text }) => texts.reduce((s, t, i) => s + (fits(text, t) ? counts[i]! : 0), 0)),
    }))
  })
  let found: { counts: [string, number][]; sums: number[] }[] = [{ counts: [], sums: known.map(() => 0) }]
  for (const group of groups)
    found = found.flatMap((one) =>
      group.flatMap((other) => {
        const sums = one.sums.map((s, i) => s + other.sums[i]!)
        return sums.every((s, i) => s <= known[i]!.value)
          ? [{ counts: [...one.counts, ...other.counts], sums }]
          : []
      }),
    )
  return found.filter(({ sums }) => sums.every((s, i) => s === known[i]!.value)).map((f) => new Map(f.counts))
}

function spread(n: number, cells: number): number[][] {
  if (cells === 1) return [[n]]
  return Array.from({ length: n + 1 }, (_, first) =>
    spread(n - first, cells - 1).map((r) => [first, ...r]),
  ).flat()
}

/** Groups that tell of more than one list: what was voted in one wave, beside what became of it in another. */
const LINKED = ['?', '.', 'a', 'b']
  .flatMap((x) => ['?', '.', 'a', 'b'].flatMap((y) => ['?', '.', 'a', 'b'].map((z) => x + y + z)))
  .filter((text) => /[ab]/.test(text) && text.replaceAll('?', '').length > 1)

/** Small groups that somebody with this knowledge is sure of. */
function certain(people: Class, known: Known): Set<string> {
  const classes = possible(people, known)
  const isSmall = (n: number) => n > 0 && n < FEWEST
  return new Set(
    LINKED.filter((text) => isSmall(count(people, text)) && classes.every((c) => isSmall(count(c, text)))),
  )
}

const edge = (people: Class, k: number): Known =>
  toldBetween(historiesOf(people), 3, firstChoice)[k] ? compared(people, k, k + 1) : []

const full = fc.record({ all: fc.integer({ min: 3, max: 7 }), first: fc.constant(0), last: fc.constant(0) })
const gaps = fc.record({ all: fc.constantFrom(0, 3, 4, 5), first: fc.nat(4), last: fc.nat(4) })
const anyClass = fc.oneof(full, gaps).chain(({ all, first, last }) => {
  const came = [
    ...Array<string>(all).fill('+++'),
    ...Array<string>(first).fill('++.'),
    ...Array<string>(last).fill('.++'),
  ]
  const size = { minLength: 3 * came.length, maxLength: 3 * came.length }
  return fc.array(fc.constantFrom('a', 'a', 'b'), size).map((letters): Class => {
    const people: Class = new Map()
    for (const [i, pattern] of came.entries()) {
      const h = [...pattern].map((c, w) => (c === '+' ? letters[3 * i + w]! : c)).join('')
      people.set(h, (people.get(h) ?? 0) + 1)
    }
    return people
  })
})

const told = (people: [string, number][]) => toldBetween(historiesOf(new Map(people)), 3, firstChoice)

describe('comparing neighbours', () => {
  it('tells of no group of one or two by both comparisons together that one of them does not tell by itself', () => {
    fc.assert(
      fc.property(anyClass, (people) => {
        const lists = listed(people)
        const [first, second] = [edge(people, 0), edge(people, 1)]
        const apart = [first, second].map((e) => certain(people, [...lists, ...e]))
        const together = certain(people, [...lists, ...first, ...second])
        expect([...together].filter((text) => !apart.some((one) => one.has(text)))).toEqual([])
      }),
      { numRuns: 80 },
    )
  }, 60_000)

  it('gives way where those who came to the wave before, less those who came to the one after, leave one', () => {
    // Three missed the first wave and three the last; of the one who came to all, both sums together would tell.
    expect(
      told([
        ['aa.', 3],
        ['.bb', 3],
        ['aab', 1],
      ]),
    ).toEqual([true, false])
  })

  it('tells where nobody or three and more missed a wave, whatever they say', () => {
    expect(
      told([
        ['aaa', 3],
        ['aba', 1],
        ['bbb', 3],
      ]),
    ).toEqual([true, true])
    expect(
      told([
        ['aaa', 3],
        ['bbb', 3],
        ['ab.', 3],
      ]),
    ).toEqual([true, true])
    expect(
      told([
        ['aaa', 3],
        ['bbb', 3],
        ['ab.', 1],
      ]),
    ).toEqual([true, false])
    expect(told([['aaa', 2]])).toEqual([false, false])
  })
})

describe('what is counted of a ballot', () => {
  const ranked = (order: string) => ({ ranking: [...order].map((c) => [c]), scores: {} })
  const scored = (a: number) => ({ ranking: [], scores: { a } })
  const six = Array.from({ length: 6 }, (): History => [ranked('abc'), ranked('bac')])

  it('is, of rankings, every two options: one more who voted once is one more of each', () => {
    expect(toldBetween(six, 2, verdicts(['a', 'b', 'c']))).toEqual([true])
    expect(toldBetween([...six, [ranked('cab'), null]], 2, verdicts(['a', 'b', 'c']))).toEqual([false])
  })

  it('is, of approvals, yes and no; of points, that somebody voted', () => {
    const both = Array.from({ length: 4 }, (): History => [scored(1), scored(0)])
    const once = [0, 0, 1].map((a): History => [scored(a), null])
    expect(toldBetween([...both, ...once], 2, approvals(['a']))).toEqual([false])
    expect(toldBetween([...both, ...once], 2, whoever)).toEqual([true])
    expect(toldBetween([...both, ...once.slice(1)], 2, whoever)).toEqual([false])
  })
})

describe('a chain', () => {
  const wave = (id: string, closedAt: string | null, over = {}) => ({
    ...{ id, closedAt, seriesId: 's', method: 'RANKED', options: [{ code: 'a' }], importedFrom: null },
    ...{ voted: 3, waveIndex: 1, ...over },
  })
  const ids = (waves: { id: string }[]) => waves.map((w) => w.id).join('')

  it('holds closed waves that asked the same and had enough ballots, in the order of their close', () => {
    const polls = [
      ...[
        wave('c', '2026-03'),
        wave('a', '2026-01', { waveIndex: 2 }),
        wave('b', '2026-01', { waveIndex: 3 }),
      ],
      ...[
        wave('d', null),
        wave('e', '2026-02', { voted: 2 }),
        wave('f', '2026-02', { importedFrom: 'x.blt' }),
      ],
      ...[wave('g', '2026-02', { method: 'SCORE' }), wave('h', '2026-02', { options: [{ code: 'b' }] })],
    ]
    expect(chainsOf(polls).map(ids)).toEqual(['abc', 'g', 'h'])
    expect(ids(chainWith(polls, 'b'))).toBe('abc')
    expect(chainWith(polls, 'd')).toEqual([])
  })
})

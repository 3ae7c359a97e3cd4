import fc from 'fast-check'

fc.configureGlobal({ numRuns: 5000 })

import { describe, expect, test } from 'vitest'
import { place, describe as selectorsOf } from './anchor'

fc.configureGlobal({ seed: 20_260_311, numRuns: 400 })

const word = fc.constantFrom(
  ...[
    'the',
    'ferry',
    'leaves',
    'island',
    'at',
    'six',
    'two',
    'notebooks',
    'winter',
    'school',
    '섬에',
    '학교',
    '两',
    '所',
    '学',
    '校',
  ],
  ...['“No,”', '—', 'don’t', '👩‍👩‍👧', '🎉', 'e\u0301', '한'.normalize('NFD'), '.', '\n\n'],
)
const prose = fc.array(word, { minLength: 1, maxLength: 80 }).map((words) => words.join(' '))
const anyText = fc.oneof(
  prose,
  fc.string({ minLength: 1, unit: 'binary' }),
  fc.string({ minLength: 1, unit: 'grapheme' }),
)

/** A text and a passage of it that splits no surrogate pair. */
const passage = anyText.chain((text) => {
  const edges = [0]
  for (const character of text) edges.push(edges.at(-1)! + character.length)
  return fc
    .tuple(fc.nat(edges.length - 1), fc.nat(edges.length - 1))
    .filter(([x, y]) => x !== y)
    .map(([x, y]) => ({ text, start: edges[Math.min(x, y)]!, end: edges[Math.max(x, y)]! }))
})

const offset = fc.oneof(fc.integer(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5))
const anySelectors = fc.record({
  quote: fc.record({
    exact: anyText,
    prefix: fc.oneof(fc.constant(''), anyText),
    suffix: fc.oneof(fc.constant(''), anyText),
  }),
  position: fc.record({ start: offset, end: offset }),
})

describe('whatever the text and the passage', () => {
  test('a passage of an unchanged text is exactly where it was', () => {
    fc.assert(
      fc.property(passage, fc.boolean(), ({ text, start, end }, known) => {
        const placement = place(text, selectorsOf(text, start, end), known ? { before: text } : undefined)
        expect(placement).toEqual({ state: 'exact', start, end })
      }),
    )
  })

  test('selectors hold the words, their surroundings and no half of a surrogate pair', () => {
    fc.assert(
      fc.property(passage, ({ text, start, end }) => {
        const { quote, position } = selectorsOf(text, start, end)
        expect(position).toEqual({ start, end })
        expect(quote.exact).toBe(text.slice(start, end))
        expect(text.slice(0, start).endsWith(quote.prefix)).toBe(true)
        expect(text.slice(end).startsWith(quote.suffix)).toBe(true)
        if (text.isWellFormed()) expect((quote.prefix + quote.exact + quote.suffix).isWellFormed()).toBe(true)
      }),
    )
  })

  test('a passage follows text that is put before it', () => {
    fc.assert(
      fc.property(passage, ({ text, start, end }) => {
        const added = 'Zymurgy quaffs jovial xylophones. '
        const placement = place(added + text, selectorsOf(text, start, end), { before: text })
        if (!/\S/.test(text.slice(start, end))) return // spaces follow their neighbours
        expect(placement).toEqual({ state: 'moved', start: start + added.length, end: end + added.length })
      }),
    )
  })

  test('a placement lies within the text and is not empty, and nothing throws', () => {
    fc.assert(
      fc.property(
        anyText,
        anySelectors,
        fc.option(anyText, { nil: undefined }),
        (text, selectors, before) => {
          const placement = place(text, selectors, before === undefined ? undefined : { before })
          if (placement.state === 'orphaned') return
          expect(placement.start).toBeGreaterThanOrEqual(0)
          expect(placement.end).toBeGreaterThan(placement.start)
          expect(placement.end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  test('exact means the same characters at the same offsets', () => {
    fc.assert(
      fc.property(passage, anyText, fc.boolean(), ({ text, start, end }, other, known) => {
        const selectors = selectorsOf(text, start, end)
        const placement = place(other, selectors, known ? { before: text } : undefined)
        if (placement.state !== 'exact') return
        expect(placement).toEqual({ state: 'exact', ...selectors.position })
        expect(other.slice(placement.start, placement.end)).toBe(selectors.quote.exact)
      }),
    )
  })

  test('the same question has the same answer, in any order', () => {
    fc.assert(
      fc.property(passage, anyText, ({ text, start, end }, other) => {
        const selectors = selectorsOf(text, start, end)
        const first = place(other, selectors, { before: text })
        place(text, selectors, { before: other })
        expect(place(other, selectors, { before: text })).toEqual(first)
      }),
    )
  })

  test('offsets that are no passage of the text are refused in a sentence', () => {
    fc.assert(
      fc.property(anyText, offset, offset, (text, start, end) => {
        const valid =
          Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length
        if (valid) return
        expect(() => selectorsOf(text, start, end)).toThrow(RangeError)
      }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { type Placement, place, describe as selectorsOf } from './anchor'
import { chinese, english, korean } from './anchoring/fixtures/prose'

const paragraphs = english.split('\n\n')
const join = (...parts: (string | undefined)[]) => parts.join('\n\n')
const seldom = 'brought ships into the harbour for twenty-six years'
const opening = 'The first person I spoke to was a retired pilot called Mrs Anstruther'

function selectorsFor(text: string, words: string, after = 0) {
  const start = text.indexOf(words, after)
  expect(start, `the text has “${words}”`).toBeGreaterThanOrEqual(0)
  return selectorsOf(text, start, start + words.length)
}

/** The state and the words of a placement, with the earlier text known and not. */
function both(before: string, after: string, words: string, from = 0) {
  const selectors = selectorsFor(before, words, from)
  const read = (placement: Placement) =>
    placement.state === 'orphaned'
      ? placement.state
      : `${placement.state}: ${after.slice(placement.start, placement.end)}`
  return { known: read(place(after, selectors, { before })), unknown: read(place(after, selectors)) }
}

const alike = (outcome: string) => ({ known: outcome, unknown: outcome })

describe('selectors', () => {
  test('hold the quote, 32 characters to either side and the position', () => {
    const text = `${'a'.repeat(40)}quote${'b'.repeat(40)}`
    expect(selectorsOf(text, 40, 45)).toEqual({
      quote: { exact: 'quote', prefix: 'a'.repeat(32), suffix: 'b'.repeat(32) },
      position: { start: 40, end: 45 },
    })
  })

  test('never hold half of a surrogate pair', () => {
    const text = '🎉'.repeat(30)
    const { quote, position } = selectorsOf(`x${text}x`, 22, 25)
    expect(position).toEqual({ start: 21, end: 25 })
    expect(quote.exact).toBe('🎉🎉')
    expect(`${quote.prefix}${quote.suffix}`).toMatch(/^x?(🎉)+x?$/u)
  })

  test.each([
    [3, 3, 'at least one character'],
    [5, 2, 'at least one character'],
    [-1, 2, 'outside the text'],
    [0, 99, 'outside the text'],
    [0.5, 2, 'whole offsets'],
    [Number.NaN, 2, 'whole offsets'],
  ])('are refused for %d to %d with a plain sentence', (start, end, sentence) => {
    expect(() => selectorsOf('ten letters', start, end)).toThrow(RangeError)
    expect(() => selectorsOf('ten letters', start, end)).toThrow(sentence)
  })
})

describe('a passage whose words are unchanged', () => {
  test('moves with what is put before it', () => {
    expect(both(english, `A new preface. ${english}`, opening)).toEqual(alike(`moved: ${opening}`))
  })

  test('stays exact when only what follows it changes', () => {
    expect(both(english, english.replace('interim finding', 'draft'), opening)).toEqual(
      alike(`exact: ${opening}`),
    )
  })

  test('follows its paragraph when paragraphs change places', () => {
    const swapped = paragraphs.toSpliced(2, 1, paragraphs[7]!).toSpliced(7, 1, paragraphs[2]!)
    expect(both(english, join(...swapped), seldom)).toEqual(alike(`moved: ${seldom}`))
    expect(both(english, join(...swapped), opening)).toEqual(alike(`moved: ${opening}`))
    expect(both(english, join(...paragraphs.toReversed()), seldom)).toEqual(alike(`moved: ${seldom}`))
  })

  test('that moved away from all its surroundings is sure only with the earlier text', () => {
    const words = 'Somebody did tell them.'
    const after = `${english.replace(`${words} `, '')} ${words}`
    expect(both(english, after, words)).toEqual({ known: `moved: ${words}`, unknown: `uncertain: ${words}` })
  })

  test('may be one word, or one letter inside a word', () => {
    const after = `Xy ${english}`
    expect(both(english, after, 'Promptly')).toEqual(alike('moved: Promptly'))
    const selectors = selectorsOf(english, 310, 311)
    expect(place(after, selectors)).toEqual({ state: 'moved', start: 313, end: 314 })
    expect(place(after, selectors, { before: english })).toEqual({ state: 'moved', start: 313, end: 314 })
  })

  test('may be nothing but the space between two paragraphs', () => {
    const at = english.indexOf('\n\n')
    expect(place(`Xy ${english}`, selectorsOf(english, at, at + 2))).toEqual({
      state: 'moved',
      start: at + 3,
      end: at + 5,
    })
  })
})

describe('a passage typed in another way is the same passage', () => {
  test('with curly quotation marks and long dashes', () => {
    const words = '"No," she said, "and you would not steer a ship by the price of the paint."'
    const after = english.replace(/"([^"]*)"/g, '“$1”')
    expect(both(english, after, words)).toEqual(
      alike('moved: “No,” she said, “and you would not steer a ship by the price of the paint.”'),
    )
  })

  test('with Hangul composed or decomposed', () => {
    const words = '숫자만 보면 답은 분명합니다.'
    const decomposed = korean.normalize('NFD')
    expect(both(korean, decomposed, words)).toEqual(alike(`moved: ${words.normalize('NFD')}`))
    expect(both(decomposed, korean, words.normalize('NFD'))).toEqual(alike(`moved: ${words}`))
  })

  test('with other spaces and line breaks', () => {
    const words = 'rather proud of the folder.\n\nThe first person I spoke to was'
    expect(both(english, english.replace(/\n\n/g, ' '), words)).toEqual(
      alike(`moved: ${words.replace('\n\n', ' ')}`),
    )
  })

  test('around emoji', () => {
    const text = 'Well done 👩‍👩‍👧‍👦 team 🎉🎉 and thanks 👍🏽 to all.'
    expect(both(text, `Hello. ${text}`, '👩‍👩‍👧‍👦 team 🎉')).toEqual(alike('moved: 👩‍👩‍👧‍👦 team 🎉'))
  })
})

describe('a passage that was edited lightly', () => {
  test('keeps its edges at the beginning and the end of the text', () => {
    const first = english.replace('The ferry to Harrow', 'A ferry to Barrow')
    expect(both(english, first, 'The ferry to Harrow Island leaves at six')).toEqual(
      alike('moved: A ferry to Barrow Island leaves at six'),
    )
    const last = english.replace('that they could find.', 'which they could find!')
    expect(both(english, last, 'without being asked, every book that they could find.')).toEqual(
      alike('moved: without being asked, every book which they could find!'),
    )
  })

  test('takes in what was written into it', () => {
    const added = 'I said that I had no chart with me, that I had never owned one, and that I did not know.'
    const after = english.replace('I said that I did not know.', added)
    expect(
      both(english, after, 'how deep the channel was at low water. I said that I did not know.'),
    ).toEqual(alike(`moved: how deep the channel was at low water. ${added}`))
  })

  test('is recognised in Korean with other particles and in Chinese with other characters', () => {
    const after = korean.replace('마을 어른들은 제 이야기를', '마을 어르신들이 저의 이야기를')
    expect(both(korean, after, '마을 어른들은 제 이야기를 끝까지 듣고')).toEqual(
      alike('moved: 마을 어르신들이 저의 이야기를 끝까지 듣고'),
    )
    const road = chinese.replace('唯一的一条路', '仅有的一条小路')
    expect(both(chinese, road, '中间隔着唯一的一条路')).toEqual(alike('moved: 中间隔着仅有的一条小路'))
  })
})

describe('words that occur more than once', () => {
  const line = 'The ferry leaves at six.'
  const text = join(paragraphs[0], line, paragraphs[1], line, paragraphs[2], line, paragraphs[3])
  const second = text.indexOf(line, text.indexOf(line) + 1)

  test('are told apart by what surrounds them', () => {
    const after = text.replace(`${line}\n\n`, '')
    const selectors = selectorsOf(text, second, second + line.length)
    const moved = { state: 'moved', start: after.indexOf(line), end: after.indexOf(line) + line.length }
    expect(place(after, selectors)).toEqual(moved)
    expect(place(after, selectors, { before: text })).toEqual(moved)
  })

  test('are not taken for a twin when they were deleted', () => {
    const after = text.slice(0, second) + text.slice(second + line.length + 2)
    const selectors = selectorsOf(text, second, second + line.length)
    expect(place(after, selectors, { before: text })).toEqual({ state: 'orphaned' })
    expect(place(after, selectors).state).not.toMatch(/exact|moved/)
  })

  test('in paragraphs that differ in two words follow their own paragraph', () => {
    const one = paragraphs[5]!
    const other = one.replace('two notebooks', 'three notebooks').replace('desks', 'chairs')
    const before = join(one, paragraphs[0], other, paragraphs[1])
    const words = 'the age of the boilers, the distance in metres'
    const at = before.indexOf(words, one.length)
    const selectors = selectorsOf(before, at, at + words.length)
    const placeIn = (after: string) => place(after, selectors, { before })
    expect(placeIn(before)).toEqual({ state: 'exact', start: at, end: at + words.length })
    const shift = one.length + 2
    expect(placeIn(before.slice(shift))).toEqual({
      state: 'moved',
      start: at - shift,
      end: at - shift + words.length,
    })
    expect(placeIn(join(one, paragraphs[0], paragraphs[1]))).toEqual({ state: 'orphaned' })
  })

  test('with equal surroundings are left to a person', () => {
    const twice = join(paragraphs[3], paragraphs[3])
    const selectors = selectorsFor(join('A preface.', twice), 'had lived on potatoes, dried fish')
    expect(place(join('Another and longer preface.', twice), selectors).state).toBe('uncertain')
  })
})

describe('a passage that is gone is not found again', () => {
  test.each([
    ['a sentence', ' It was some time before I understood that she had answered me.', ''],
    [
      'a sentence written anew',
      'It was some time before I understood that she had answered me.',
      'Weeks passed and still her meaning escaped me.',
    ],
    ['a word', ' Promptly.', ''],
    ['a word replaced', 'retired', 'former'],
  ])('%s', (_, words, instead) => {
    expect(both(english, english.replace(words, instead), words.trim())).toEqual(alike('orphaned'))
  })

  test('nor is a text that was replaced', () => {
    expect(both(english, chinese, opening)).toEqual(alike('orphaned'))
  })
})

describe('selectors that do not fit', () => {
  const found = { state: 'moved', start: 4, end: 9 }
  const hello = { exact: 'hello', prefix: '', suffix: '' }

  test.each([
    [-5, -1],
    [Number.NaN, Number.POSITIVE_INFINITY],
    [1e12, 1e13],
    [7, 2],
    [1.5, 2.7],
  ])('a position of %d to %d does not matter when the words are there', (start, end) => {
    expect(place('say hello again', { quote: hello, position: { start, end } })).toEqual(found)
  })

  test('an empty text, an empty quote and a quote longer than the text are orphaned', () => {
    const position = { start: 0, end: 5 }
    expect(place('', { quote: hello, position })).toEqual({ state: 'orphaned' })
    expect(place('hello', { quote: { ...hello, exact: '' }, position })).toEqual({ state: 'orphaned' })
    const long = { exact: 'hello '.repeat(200_000), prefix: '', suffix: '' }
    expect(place('hello', { quote: long, position })).toEqual({ state: 'orphaned' })
  })

  test('an earlier text that lacks the words is passed over', () => {
    const selectors = selectorsFor(english, opening)
    expect(place(english, selectors, { before: '' })).toEqual({ state: 'exact', ...selectors.position })
    expect(place(english, selectors, { before: chinese })).toEqual({ state: 'exact', ...selectors.position })
  })

  test('texts without an end to their repetitions take bounded work', () => {
    const before = 'a b '.repeat(25_000)
    const after = `c ${'b a b '.repeat(16_000)}`
    const began = process.cpuUsage()
    place(after, selectorsOf(before, 5_000, 5_060), { before })
    place(after, selectorsOf(before, 5_000, 5_060))
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(1)
  })
})

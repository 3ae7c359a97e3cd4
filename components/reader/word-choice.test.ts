import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Choice, moved, wordsIn } from './word-choice'

const TEXT = 'Power starts it. Meaning is made inside; nobody else makes it.'
const words = wordsIn(TEXT, 'en')
const said = (choice: Choice | null) =>
  choice ? TEXT.slice(words.starts[choice.from], words.ends[choice.to - 1]) : null

describe('choosing words with the keyboard', () => {
  test('begins at the first word and goes on by words or sentences', () => {
    let choice = moved(words, null, 'ArrowRight', true)
    expect(said(choice)).toBe('Power')
    choice = moved(words, choice, 'ArrowRight', true)
    expect(said(choice)).toBe('Power starts')
    choice = moved(words, choice, 'ArrowDown', true)
    expect(said(choice)).toBe('Power starts it')
    choice = moved(words, moved(words, choice, 'ArrowRight', false), 'ArrowRight', false)
    expect(said(choice)).toBe('it')
    expect(moved(words, null, 'ArrowRight', false)).toBeNull()
    expect(moved(words, choice, 'a', true)).toBeNull()
  })

  test('stays inside the paragraph and holds at least a word, whatever is pressed', () => {
    const keys = fc.array(
      fc.tuple(fc.constantFrom('ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'), fc.boolean()),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(keys, (list) => {
        let choice: Choice | null = null
        for (const [key, shift] of list) choice = moved(words, choice, key, shift) ?? choice
        if (!choice) return
        expect(choice.from).toBeGreaterThanOrEqual(0)
        expect(choice.to).toBeGreaterThan(choice.from)
        expect(choice.to).toBeLessThanOrEqual(words.starts.length)
      }),
    )
  })

  test('a text without words has nothing to choose', () => {
    expect(moved(wordsIn('— …', 'en'), null, 'ArrowRight', true)).toBeNull()
    expect(wordsIn('북한의 외교 정책', 'ko').starts.length).toBe(3)
  })
})

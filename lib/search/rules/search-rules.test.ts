import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerpt, marksIn, passages } from './excerpt'
import { likePattern, phrasesOf, termsOf, wordQueries } from './terms'

const said = (text: string, terms: string[]) =>
  excerpt(text, terms)
    .map((p) => (p.marked ? `[${p.text}]` : p.text))
    .join('')

describe('what is looked for', () => {
  test('words, phrases, and words that must not be there', () => {
    expect(termsOf('power "security dilemma" -alliance')).toEqual({
      wanted: ['power', 'security dilemma'],
      refused: ['alliance'],
    })
    expect(termsOf('(system), 핵 “a” or "open end')).toEqual({
      wanted: ['system', '핵', 'open end'],
      refused: [],
    })
    expect(termsOf(' - " ! ').wanted).toEqual([])
  })

  test('a phrase is its words to the index, and itself to LIKE; with “or” the index alone decides', () => {
    const terms = termsOf('"balance of power" north')
    expect(wordQueries('"balance of power" north', terms).beginnings).toBe(
      "'balance':* & 'of':* & 'power':* & 'north':*",
    )
    expect(phrasesOf('"balance of power" north', terms)).toEqual(['balance of power'])
    expect(wordQueries('cat or dog -cow', termsOf('cat or dog -cow')).words).toBe('cat or dog ')
  })

  test('signs that mean something to LIKE mean themselves', () => {
    expect(likePattern('100%_\\')).toBe('%100\\%\\_\\\\%')
  })

  test('however long and odd, a query has few terms', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (q) => {
        const { wanted, refused } = termsOf(q)
        expect(wanted.length).toBeLessThanOrEqual(8)
        expect(refused.length).toBeLessThanOrEqual(4)
      }),
      { numRuns: 30 },
    )
  })
})

describe('an excerpt', () => {
  test('marks the words whatever their case, in every script', () => {
    expect(said('The Security dilemma and security', ['security'])).toBe(
      'The [Security] dilemma and [security]',
    )
    expect(said('북한의 선군정치를 본다', ['선군정치'])).toBe('북한의 [선군정치]를 본다')
  })

  test('is markup in nothing: what looks like it is text', () => {
    expect(excerpt('<b>power</b>', ['<b>'])[0]).toEqual({ text: '<b>', marked: true })
  })

  test('lies where most of the words are', () => {
    const text = `power ${'and so on '.repeat(60)} power with restraint ${'and so on '.repeat(60)}`
    expect(said(text, ['power', 'restraint'])).toContain('[power] with [restraint]')
  })

  test('never tears a character, and says what the text says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 600 }),
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), { maxLength: 3 }),
        (text, terms) => {
          const words = excerpt(text, terms)
            .map((p) => p.text)
            .join('')
          expect(words.isWellFormed?.() ?? true).toBe(true)
          expect(text.replace(/\s+/g, ' ')).toContain(words.replace(/^…|…$/g, '').trim())
        },
      ),
    )
  })
})

describe('passages', () => {
  test('lead to the words themselves, by offsets into the section’s text', () => {
    const text = 'First, nothing.\n\nThen the security dilemma appears.\n\nSecurity alone.'
    const [best] = passages(text, ['security', 'dilemma'], 1)
    expect(text.slice(best?.start, best?.end)).toBe('security dilemma')
    expect(passages(text, ['security'], 3).map((p) => text.slice(p.start, p.end))).toEqual([
      'security',
      'Security',
    ])
  })

  test('marks are where the words are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ minLength: 1, maxLength: 3 }), (text, term) => {
        for (const { start, end } of marksIn(text, [term]))
          expect(text.slice(start, end).toLowerCase()).toBe(term.toLowerCase())
      }),
    )
  })
})

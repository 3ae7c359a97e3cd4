import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitRunIn, splitRunIns } from './run-in'
import { vocabulary } from './vocabulary'

const sentence = 'itself has puzzled observers for many years, and the puzzle is not yet solved.'

describe('headings that run into their sentence', () => {
  it.each([
    ['IntroductionNorth Korea itself has puzzled many observers.', 'Introduction'],
    ['1. IntroductionNorth Korea itself has puzzled many observers.', '1. Introduction'],
    ['INTRODUCTIONNorth Korea itself has puzzled many observers.', 'INTRODUCTION'],
    ['II. Literature ReviewScholars have long asked the same question.', 'II. Literature Review'],
    ['ConclusionThe state has survived, and that needs explaining.', 'Conclusion'],
    ['Theoretical FrameworkThis section sets out the argument in full.', 'Theoretical Framework'],
    [
      'The Suryong System and Its LimitsIn this system authority is held by one person.',
      'The Suryong System and Its Limits',
    ],
    ['Why Did the Talks Fail?The six parties met for the last time then.', 'Why Did the Talks Fail?'],
    ['Materials and MethodsWe asked forty people the same set of questions.', 'Materials and Methods'],
  ])('%s', (text, heading) => {
    expect(splitRunIn(text)).toEqual({ heading, rest: text.slice(heading.length) })
  })

  it.each([
    'McDonald itself has puzzled many observers for years.',
    'The McDonald family has puzzled many observers for years.',
    "NATO's own account of the matter is quite different from this.",
    'The iPhone was announced in January and sold from June on.',
    'DPRKForeign policy is a term that a bad scan once made of two words.',
    'The Rise of LinkedIn was rapid, and nobody had seen it coming.',
    'The Rise of LinkedIn in the West was rapid and nobody saw it.',
    'A Study of YouTube and its audience was published in that year.',
    'General MacArthur returned to the islands as he had promised.',
    'The LaTeX companion is a book that many of us have on the shelf.',
    'JavaScript is a language that runs in every browser there is.',
    'Introduction to the theory of games is a title that many books share.',
    'The introduction North Korea needed came from its oldest ally then.',
    'Results of the PhD thesis were published in the following year.',
    'MethodsX is a journal that prints descriptions of methods only.',
  ])('leaves alone: %s', (text) => {
    expect(splitRunIn(text)).toBeUndefined()
    expect(splitRunIns(text)).toEqual([{ text }])
  })

  it('splits inside a paragraph where a sentence has ended', () => {
    const text = 'They met for the last time in 2008.ConclusionThe state has survived all the same.'
    expect(splitRunIns(text)).toEqual([
      { text: 'They met for the last time in 2008.' },
      { heading: 'Conclusion', text: 'The state has survived all the same.' },
    ])
  })

  it('splits two headings of one paste', () => {
    const text = `IntroductionNorth Korea ${sentence} Theoretical FrameworkThis part ${sentence}`
    const headings = ['Introduction', 'Theoretical Framework']
    expect(splitRunIns(text).map((p) => p.heading)).toEqual(headings)
    expect(splitRunIns(text.replace('. Theo', '.Theo')).map((p) => p.heading)).toEqual(headings)
  })

  it('splits a whole paste that came as one paragraph', () => {
    const text = `IntroductionNorth Korea ${sentence} The Theoretical FrameworkNeoclassical realism ${sentence} Juche and the Suryong SystemIn this system ${sentence} iPhone and LinkedIn stay whole.`
    expect(splitRunIns(text).map((p) => p.heading)).toEqual([
      'Introduction',
      'The Theoretical Framework',
      'Juche and the Suryong System',
    ])
  })

  it('takes the document for its dictionary when the heading has no well-known name', () => {
    const text = 'The Puzzle of SurvivalNorth Korea itself has outlived its patron by decades.'
    expect(splitRunIn(text)).toBeUndefined()
    const words = vocabulary(['Survival is what North Korea has managed. The survival of the state'])
    expect(splitRunIn(text, words)?.heading).toBe('The Puzzle of Survival')
  })

  it('does not cut a glued word that the document uses again', () => {
    const text = 'The Work of DataThe was printed under that name for many long years.'
    expect(splitRunIn(text, vocabulary([text, 'DataThe again', 'DataThe']))).toBeUndefined()
  })
})

const lower = fc.stringMatching(/^[a-z]{2,7}$/)
const capital = fc.stringMatching(/^[A-Z][a-z]{1,7}$/)
const camel = fc.oneof(
  fc.tuple(capital, capital).map((p) => p.join('')),
  fc.tuple(lower, capital).map((p) => p.join('')),
  fc.tuple(fc.stringMatching(/^[A-Z]{2,5}$/), capital).map((p) => p.join('')),
  fc.constantFrom(
    'McDonald',
    'iPhone',
    'DPRKForeign',
    'LinkedIn',
    'YouTube',
    'eBay',
    'MacArthur',
    'DeVos',
    'LaTeX',
    'OpenAI',
    'PhD',
  ),
)

describe('properties', () => {
  it('never cuts a camel-case word in a sentence of small words', () => {
    fc.assert(
      fc.property(
        camel,
        fc.array(lower, { minLength: 0, maxLength: 6 }),
        fc.array(lower, { minLength: 5, maxLength: 12 }),
        (word, before, after) => {
          const text = [...before, word, ...after].join(' ')
          expect(splitRunIns(text)).toEqual([{ text }])
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('loses nothing and invents nothing', () => {
    const part = fc.oneof(
      lower,
      capital,
      camel,
      fc.constantFrom('Introduction', '1.', 'The', '.', 'Conclusion', 'Results'),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(part, fc.constantFrom(' ', '', '. ', '.')), { maxLength: 40 }),
        (parts) => {
          const text = parts.flat().join('').trim()
          const joined = splitRunIns(text)
            .map((p) => (p.heading ?? '') + p.text)
            .join('')
          expect(joined.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('finds every well-known name before a sentence', () => {
    const name = fc.constantFrom(
      'Introduction',
      'Background',
      'Literature Review',
      'Methodology',
      'Results',
      'Discussion',
      'Conclusion',
      'Concluding Remarks',
    )
    fc.assert(
      fc.property(
        name,
        capital,
        fc.array(lower, { minLength: 5, maxLength: 12 }),
        (heading, first, after) => {
          const rest = `${first} ${after.join(' ')}.`
          expect(splitRunIn(heading + rest)).toEqual({ heading, rest })
        },
      ),
    )
  })
})

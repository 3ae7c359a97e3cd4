import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromTexts, levelsOf, type ReviewDraft, toTexts } from './review-draft'

const parse = (json: string) => (json ? JSON.parse(json) : [])
const ids = ['a', 'b', 'c']

const remark = fc.record({
  fieldCode: fc.constantFrom('T1', 'T2'),
  start: fc.nat(50),
  end: fc.integer({ min: 51, max: 90 }),
  exact: fc.string(),
  prefix: fc.string(),
  suffix: fc.string(),
  text: fc.string(),
})
const score = fc
  .record({ level: fc.option(fc.integer({ min: 0, max: 10 })), comment: fc.string() })
  .map(({ level, comment }) => ({ ...(level === null ? {} : { level }), ...(comment ? { comment } : {}) }))
const draft: fc.Arbitrary<ReviewDraft> = fc.record({
  comment: fc.string(),
  scores: fc
    .dictionary(fc.constantFrom(...ids), score, { noNullPrototype: true })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, s]) => Object.keys(s).length > 0))),
  remarks: fc.array(remark, { maxLength: 4 }),
})

describe('a review’s draft', () => {
  test('comes back from its texts as it was', () => {
    fc.assert(
      fc.property(draft, (d) => {
        expect(fromTexts(toTexts(d), ids, parse)).toEqual(d)
      }),
    )
  })

  test('takes no level that is not a number, and nothing for a criterion that is not there', () => {
    const texts = { 'level a': 'x', 'level b': '3', 'level z': '4', 'words z': 'Hm.' }
    expect(levelsOf(fromTexts(texts, ids, parse).scores)).toEqual({ b: 3 })
  })
})

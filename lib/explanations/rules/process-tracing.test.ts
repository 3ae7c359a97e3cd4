import fc from 'fast-check'
import { expect, test } from 'vitest'
import { READINGS, TEST_TYPES, type Tested, testsIn } from './process-tracing'

const said = ({ code, over, reading }: Tested) =>
  `${code}${over ? ` over ${over}` : ''}${reading ? `, ${reading}` : ''}`

test('reads the tests of a text as people write them', () => {
  expect(testsIn('Hoop (H2, strained; H4, passes)')).toEqual([
    { type: 'hoop', code: 'H2', over: null, reading: 'strained' },
    { type: 'hoop', code: 'H4', over: null, reading: 'passes' },
  ])
  expect(testsIn('Straw in the wind (H5); hoop (H6, strained)').map((t) => [t.type, t.code])).toEqual([
    ['straw in the wind', 'H5'],
    ['hoop', 'H6'],
  ])
  expect(testsIn('Straw in the wind (H1, H5)').map((t) => t.code)).toEqual(['H1', 'H5'])
  expect(testsIn('Doubly decisive on a narrow question (H3 over H2), contested')).toEqual([
    { type: 'doubly decisive', code: 'H3', over: 'H2', reading: 'contested' },
  ])
  expect(testsIn('Smoking gun (H5, contested by H1)')).toEqual([
    { type: 'smoking gun', code: 'H5', over: null, reading: 'contested' },
  ])
  expect(testsIn('no test at all')).toEqual([])
})

test('what is written is read back', () => {
  const one = fc.record({
    type: fc.constantFrom(...TEST_TYPES),
    code: fc.constantFrom('H1', 'H2', 'H3'),
    over: fc.constantFrom('H4', null),
    reading: fc.constantFrom(...READINGS, null),
  })
  fc.assert(
    fc.property(fc.uniqueArray(one, { maxLength: 5, selector: (t) => `${t.type} ${t.code}` }), (tests) => {
      const order = [...new Set(tests.map((t) => t.type))]
      const grouped = order.flatMap((type) => tests.filter((t) => t.type === type))
      const text = order
        .map(
          (type) =>
            `${type} (${grouped
              .filter((t) => t.type === type)
              .map(said)
              .join('; ')})`,
        )
        .join('; ')
      expect(testsIn(text)).toEqual(grouped)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(testsIn(text))))
})

import { expect, test } from 'vitest'
import { countWords } from './words'

test.each([
  ['', 0],
  ['   \n\t ', 0],
  ['The claim.', 2],
  ["It isn't the six-party statement of 1990–91", 7],
  ['It fails—at once', 4],
  ['one - two * three', 3],
  ['**Bold** and [a link](https://example.org/x)', 4],
  ['25 million (US$) in 1.3', 5],
  ['주체사상은 자립을 뜻한다.', 3],
  ['UN은 떠났다', 2],
  ['外交政策。', 4],
  ['北朝鮮の外交', 6],
  ['パワー', 3],
  ['Juche (主體) means 主体', 6],
  ['𠮷野家', 3],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

test('a long text is counted quickly', () => {
  const text = 'word 語 '.repeat(20_000)
  const start = performance.now()
  expect(countWords(text)).toBe(40_000)
  expect(performance.now() - start).toBeLessThan(500)
})

import { expect, test } from 'vitest'
import { renderMarkdown } from '@/lib/markdown'
import { plainText } from './plain-text'

test.each([
  ['A claim.', 'A claim.'],
  ['*Hard* cases & “quotes” <b>', 'Hard cases & “quotes” <b>'],
  ['See [the paper](https://example.org/?a=1&b=">"), 3 < 4.', 'See the paper, 3 < 4.'],
  ['제2절. 주체', '제2절. 주체'],
])('the text of rendered %s', (markdown, text) => {
  expect(plainText(renderMarkdown(markdown))).toBe(text)
})

test('keeps the line between paragraphs that a browser keeps', () => {
  expect(plainText(renderMarkdown('One.\n\nTwo.'))).toBe('One.\nTwo.')
})

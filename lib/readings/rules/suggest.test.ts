import { expect, test } from 'vitest'
import { acceptHeading, suggestHeading, wordsOf } from './suggest'

const words = wordsOf([])
const REST = 'North Korea itself has said little about it, and what it has said is old.'

test.each([
  [`Introduction${REST}`, 'Introduction'],
  [`Introduction. ${REST}`, 'Introduction'],
  [`2. Research Design: ${REST}`, '2. Research Design'],
  [`It ends here. Conclusion${REST}`, 'Conclusion'],
])('%s', (text, heading) => {
  const found = suggestHeading(text, words)
  expect(found?.heading).toBe(heading)
  const sections = [{ heading: 'A', level: 1, blocks: [{ kind: 'paragraph' as const, text }] }]
  const after = found ? acceptHeading(sections, 0, 0, found) : []
  expect(after[1]).toEqual({ heading, level: 1, blocks: [{ kind: 'paragraph', text: REST }] })
  expect(after[0]?.blocks.map((b) => b.text).join()).toBe(text.startsWith('It ends') ? 'It ends here.' : '')
})

test('plain prose has none', () => {
  for (const text of [
    REST,
    'LinkedIn was quiet about McDonald. The rest followed.',
    'Data are scarce. We use what is there.',
  ])
    expect(suggestHeading(text, words)).toBeUndefined()
})

import { expect, test } from 'vitest'
import { mentionBefore } from './mention-word'

test('the name that is being typed is what stands between the "@" and the caret', () => {
  const typed = (text: string) => mentionBefore(text.replace('|', ''), text.indexOf('|'))
  expect(typed('@|')).toBe('')
  expect(typed('Ask @Na| about')).toBe('Na')
  expect(typed('(@Nadia Fern|')).toBe('Nadia Fern')
  expect(typed('@김|')).toBe('김')
  expect(typed('me@exa|mple.org')).toBeNull()
  expect(typed('@Nadia, what|')).toBeNull()
  expect(typed('no one|')).toBeNull()
  expect(typed('@a b c d|')).toBeNull()
})

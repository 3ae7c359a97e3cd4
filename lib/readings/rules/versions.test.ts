import { expect, test } from 'vitest'
import { versionAt } from './versions'

test('a note was written on the version that stood then', () => {
  const earlier = [
    { version: 1, until: '2026-11-02T09:00:00.000Z' },
    { version: 2, until: '2026-11-09T09:00:00.000Z' },
  ]
  expect(versionAt(earlier, 3, '2026-11-01T00:00:00.000Z')).toBe(1)
  expect(versionAt(earlier, 3, '2026-11-02T09:00:00.000Z')).toBe(2)
  expect(versionAt(earlier, 3, '2026-11-20T00:00:00.000Z')).toBe(3)
  expect(versionAt([], 1, '2026-11-01T00:00:00.000Z')).toBe(1)
})

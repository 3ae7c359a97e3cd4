import { expect, test } from 'vitest'
import { keepPace } from './pace'

test('a person may write fast, a script may not, and nobody pays for another', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 160 }, () => keepPace('fast')))
  expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(150)
  await expect(keepPace('fast')).rejects.toMatchObject({
    code: 'TOO_MANY',
    detail: { retryAfterSeconds: expect.any(Number) },
  })
  await expect(keepPace('another')).resolves.toBeUndefined()
})

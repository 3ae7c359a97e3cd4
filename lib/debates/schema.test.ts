import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SourceInput } from './schema'

const link = (url: string) => SourceInput.safeParse({ kind: 'LINK', url })

test('a link is a whole address on the web, written as the database wants it', () => {
  expect(link(' HTTPS://Example.org/a b ').data).toMatchObject({ url: 'https://example.org/a%20b' })
  for (const bad of [
    '',
    'example.org',
    'javascript:alert(1)',
    'https://',
    'ftp://example.org',
    'https://a b.org',
  ])
    expect(link(bad).success, bad).toBe(false)
  fc.assert(
    fc.property(fc.string(), (rest) => {
      const parsed = link(`https://${rest}`)
      if (parsed.success) expect(parsed.data).toMatchObject({ url: expect.stringMatching(/^https?:\/\//) })
    }),
  )
})

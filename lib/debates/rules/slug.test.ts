import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Slug } from '@/lib/courses/schema'
import { freeSlug, slugOf } from './slug'

test('a motion’s address is its first words', () => {
  expect(slugOf('This House believes that agreements with North Korea failed.')).toBe(
    'agreements-with-north-korea-failed',
  )
  expect(slugOf('Café society’s end')).toBe('cafe-societys-end')
  expect(slugOf('核')).toBe('debate')
})

test('any motion gives a slug that courses accept, free of those taken and of the form’s own page', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (motion, others) => {
      const slug = slugOf(motion)
      const taken = [slug, `${slug}-2`, ...others]
      const free = freeSlug(slug, taken)
      expect(Slug.safeParse(free).success).toBe(true)
      expect(taken).not.toContain(free)
    }),
  )
  expect(freeSlug('new', [])).toBe('new-2')
})

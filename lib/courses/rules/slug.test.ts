import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Slug } from '../schema'
import { freeSlug, slugOf } from './slug'

test.each([
  ['Explaining North Korean Foreign Policy', 'explaining-north-korean-foreign-policy'],
  ['Théorie des relations internationales', 'theorie-des-relations-internationales'],
  ['Große Straße, Łódź & Ærø', 'grosse-strasse-lodz-aero'],
  ['Koga’s paper', 'kogas-paper'],
  ['북한 외교', 'bukhan-oegyo'],
  ['Русский йогурт', 'russkii-iogurt'],
  ['国際政治', 'course'],
  ['  --  ', 'course'],
])('%s is %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

test('whatever the title, the slug is one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (t) => Slug.safeParse(slugOf(t)).success),
  )
})

test('a taken slug gets a number', () => {
  expect(freeSlug('a', new Set(['a', 'a-2', 'a-20']))).toBe('a-3')
})

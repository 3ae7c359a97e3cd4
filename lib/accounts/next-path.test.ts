import { expect, test } from 'vitest'
import { nextPath } from './next-path'

test.each([
  ['/courses/a/people?x=1#n', '/courses/a/people?x=1#n'],
  ['/', '/'],
])('%s is followed', (wanted, path) => {
  expect(nextPath(wanted)).toBe(path)
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\/evil.example',
  '/..//evil.example',
  'javascript:alert(1)',
  'courses',
  '/sign-in?next=/sign-in',
  '/api/auth/signout',
  '',
  undefined,
  ['/a'],
])('%s leads home', (wanted) => {
  expect(nextPath(wanted)).toBe('/')
})

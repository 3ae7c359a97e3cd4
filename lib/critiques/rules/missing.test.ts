import { expect, test } from 'vitest'
import { missing } from './missing'

const template = {
  wordLimit: 5,
  fields: [
    { code: 'A1', title: 'The claim', wordLimit: 3 },
    { code: 'A2', title: 'Verdict', wordLimit: 4 },
  ],
}

test('nothing is missing from a draft within its limits', () => {
  expect(missing(template, { A1: 'one two', A2: 'one two three' })).toEqual([])
})

test('empty fields and limits are named', () => {
  expect(missing(template, { A1: 'one two three four' }).map((m) => m.message)).toEqual([
    '“The claim” is 1 word over its limit of 3.',
    '“Verdict” is empty.',
  ])
})

test('punctuation alone is empty', () => {
  expect(missing(template, { A1: 'one', A2: ' … ' })).toMatchObject([{ code: 'A2' }])
})

test('the whole has its own limit', () => {
  expect(missing(template, { A1: 'one two three', A2: 'one two three' })).toMatchObject([
    { code: 'total', message: 'The whole is 1 word over its limit of 5.' },
  ])
})

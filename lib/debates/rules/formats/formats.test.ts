import { expect, test } from 'vitest'
import { CreateDebate } from '../../schema'
import { lasts } from '../lasts'
import { FORMATS } from '.'

test('every format is something that a debate can start with', () => {
  for (const { name, rules, phases } of FORMATS) {
    const input = { courseId: crypto.randomUUID(), motion: 'A motion.', formatName: name, rules, phases }
    expect(CreateDebate.parse(input).phases).toEqual(phases)
  }
  const [oxford, popper] = FORMATS.map((f) => f.phases.reduce((sum, p) => sum + p.minutes, 0))
  expect([oxford, popper]).toEqual([72, 44])
})

test('a length is said as people say it', () => {
  expect([6, 60, 72, 1440, 7200].map(lasts)).toEqual(['6 min', '1 h', '1 h 12 min', '1 day', '5 days'])
})

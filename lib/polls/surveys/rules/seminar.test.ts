import { expect, test } from 'vitest'
import { readSeminar } from '@/content/load'
import { countStatements } from './counts'
import { gridOf, type Vote } from './grid'
import { groupsOf } from './groups'
import { apartOf, unitedIn } from './represent'

test('the seminar’s class falls into the filter’s friends and those who need no filter', async () => {
  const { opinions } = await readSeminar()
  const { statements, votes } = opinions[0]!
  const cast = Object.entries(votes).flatMap(([person, signs]) =>
    signs.flatMap((sign, i): Vote[] => {
      const value = { '+': 1, '0': 0, '-': -1 }[sign]
      return value === undefined ? [] : [{ person, statement: statements[i]!, value: value as Vote['value'] }]
    }),
  )
  const grid = gridOf(statements, cast)
  const groups = groupsOf(grid)
  if (groups.state !== 'found') throw new Error(`no groups: ${JSON.stringify(groups)}`)
  const members = (g: number) => grid.people.filter((_, i) => groups.labels[i] === g).sort()
  const filter = ['amara', 'chiyo', 'dariush', 'elena', 'gonzalo', 'leilani']
  expect([members(0), members(1)]).toContainEqual(filter)
  expect(groups.count).toBe(2)
  const counts = countStatements(grid, groups.labels, 2)
  const apart = apartOf(counts, members(0).includes('amara') ? 0 : 1).map((a) => a.statement)
  expect(apart).toContain('Being inspected costs Pyongyang more than the reactor is worth.')
  expect(unitedIn(counts).map((u) => u.statement)).toContain(
    'A theory must say beforehand what it could not survive.',
  )
})

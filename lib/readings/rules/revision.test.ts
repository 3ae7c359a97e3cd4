import { expect, test } from 'vitest'
import type { SectionBlock } from '../schema'
import { planRevision, type Standing } from './revision'

const block = (text: string): SectionBlock => ({ kind: 'paragraph', text })
const standing = (id: string, position: number, text: string): Standing => ({
  id,
  position,
  heading: id,
  version: 3,
  text,
  blocks: [block(text)],
})
const OLD = [standing('a', 1, 'One.'), standing('b', 2, 'Two.'), standing('c', 3, 'Three.')]
const as = (sectionId: string | undefined, text: string, heading = sectionId ?? 'New') => ({
  ...(sectionId ? { sectionId } : {}),
  heading,
  blocks: [block(text)],
})

test('a draft that changes nothing touches nothing', () => {
  const plan = planRevision(OLD, [as('a', 'One.'), as('b', 'Two.'), as('c', 'Three.')])
  expect(plan).toMatchObject({ added: [], retired: [], stale: false })
  expect(plan.kept.map((k) => [k.touched, k.version])).toEqual([
    [false, 3],
    [false, 3],
    [false, 3],
  ])
})

test('a new text is a new version; a new heading or place is not', () => {
  const { kept } = planRevision(OLD, [as('b', 'Two.'), as('a', 'One more.'), as('c', 'Three.', 'Last')])
  expect(kept.map((k) => [k.id, k.position, k.textChanged, k.touched, k.version])).toEqual([
    ['b', 1, false, true, 3],
    ['a', 2, true, true, 4],
    ['c', 3, false, true, 3],
  ])
})

test('what is not in the draft is retired; of two halves that name one section the second is new', () => {
  const plan = planRevision(OLD, [as('a', 'One'), as('a', 'and a half.'), as(undefined, 'Four.')])
  expect(plan.kept.map((k) => k.id)).toEqual(['a'])
  expect(plan.added.map((s) => [s.position, s.text])).toEqual([
    [2, 'and a half.'],
    [3, 'Four.'],
  ])
  expect(plan.retired.map((s) => s.id)).toEqual(['b', 'c'])
  expect(plan.stale).toBe(false)
})

test('a draft made from another version, or from a section that is gone, is stale', () => {
  expect(planRevision(OLD, [{ ...as('a', 'One.'), version: 2 }]).stale).toBe(true)
  expect(planRevision(OLD, [{ ...as('a', 'One.'), version: 3 }]).stale).toBe(false)
  expect(planRevision(OLD, [as('gone', 'One.')]).stale).toBe(true)
})

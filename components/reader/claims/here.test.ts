import { expect, test } from 'vitest'
import type { ClaimFact, ClaimParcel } from '@/lib/debates/schema'
import { claimsHere, refsOf, spansOf } from './here'

const PATH = '/courses/c/readings/r/3'
const parcel = (over: Partial<ClaimParcel>): ClaimParcel => ({
  ...{ scopeId: 'debate', subjectId: 'a', number: 1, by: null, claims: [], gone: [] },
  ...over,
})
const claim = (id: string, number: number, href: string | null): ClaimFact =>
  ({ id, number, text: 'Words.', sources: [{ href }] }) as unknown as ClaimFact

test('the source of a claim says which note or words of this section it rests on, and of no other', () => {
  const hrefs = [
    `${PATH}?note=n1`,
    `${PATH}?at=10-25`,
    '/courses/c/readings/r/31?at=1-2',
    `${PATH}`,
    null,
    'https://a.example/',
  ]
  expect(refsOf(hrefs, PATH)).toEqual([
    { noteId: 'n1', start: null, end: null },
    { noteId: null, start: 10, end: 25 },
  ])
})

test('what is told later stays, whichever way it came', () => {
  const here = claimsHere(PATH)
  here.hear(12, parcel({ claims: [claim('a', 1, `${PATH}?at=0-5`)] }))
  here.hear(13, parcel({ gone: [{ id: 'b', number: 2, intoId: null }] }))
  const refs = [{ noteId: 'n', start: null, end: null }]
  here.begin({
    seq: 11,
    debates: [],
    claims: ['a', 'b', 'c'].map((id, i) => ({ id, number: i + 1, debateId: 'debate', excerpt: '', refs })),
  })
  expect(here.list().map((c) => c.id)).toEqual(['a', 'c'])
  expect(spansOf(here.list())).toEqual([{ start: 0, end: 5 }])
  here.hear(14, parcel({ claims: [claim('a', 1, null)] }))
  expect(here.list().map((c) => c.id)).toEqual(['c'])
})

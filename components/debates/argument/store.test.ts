import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ArgumentDto, ClaimFact } from '@/lib/debates/schema'
import { byNumber, claimStore } from './store'

const claim = (number: number, text = 'Words.'): ClaimFact => ({
  ...{ id: `c${number}`, parentId: null, number, relation: 'SUPPORTS', toulmin: null, linkGroup: null },
  ...{ authorId: 'm', author: 'M', staff: false, text, html: text, at: '', edited: false },
  ...{ hidden: false, sourced: false, sources: [], judges: 0, judged: null },
})
const first: ArgumentDto = { seq: 10, claims: [claim(1), claim(2)], merged: [], own: {} }
const told = (text: string) => ({ claims: [claim(1, text)], gone: [] })

describe('the claims in the browser', () => {
  test('are those of the last event, in whatever order older tellings come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([11, 12, 13, 14, 15], { minLength: 1 }), (order) => {
        const store = claimStore(first)
        for (const seq of order) store.hear(seq, told(`as of ${seq}`))
        expect(store.read().claims[0]?.text).toBe(`as of ${Math.max(...order)}`)
        expect(store.seen()).toBe(Math.max(...order))
      }),
    )
  })

  test('keep what was told after a whole snapshot was read', () => {
    const store = claimStore(first)
    store.hear(15, told('newer'))
    store.hear(16, { claims: [], gone: [{ id: 'c2', number: 2, intoId: null }] })
    store.adopt({ ...first, seq: 14, claims: [claim(1, 'older'), claim(2), claim(3)] })
    expect(store.read().claims.map((c) => [c.number, c.text])).toEqual([
      [1, 'newer'],
      [3, 'Words.'],
    ])
    store.adopt({ ...first, seq: 20, claims: [claim(1, 'newest')] })
    expect(store.read().claims.map((c) => c.text)).toEqual(['newest'])
  })

  test('take back what was hoped for when everything is read anew', () => {
    const store = claimStore(first)
    store.hope('c1', { parentId: 'c2' })
    expect(store.read().claims[0]?.parentId).toBe('c2')
    store.adopt(first)
    expect(store.read().claims[0]?.parentId).toBeNull()
  })

  test('lead from the number of one that was merged to the one that stays, also twice over', () => {
    const store = claimStore({
      ...first,
      claims: [claim(1)],
      merged: [{ id: 'c2', number: 2, intoId: 'c1' }],
    })
    store.hear(11, { claims: [], gone: [{ id: 'c3', number: 3, intoId: 'c2' }] })
    expect([1, 2, 3, 4].map((n) => byNumber(store.read(), n)?.id)).toEqual(['c1', 'c1', 'c1', undefined])
  })
})

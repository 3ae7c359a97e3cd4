import { describe, expect, it } from 'vitest'
import { add, fromTiers, move, numbers, type Place, remove, sameTiers, toggleLevel, toTiers } from './ranking'

const order = (places: Place[]) => places.map((p) => (p.level ? `=${p.code}` : p.code)).join(' ')

describe('a ballot in the making', () => {
  const abc = ['a', 'b', 'c'].reduce<Place[]>(add, [])

  it('is built up one by one and turned into tiers', () => {
    expect(toTiers(toggleLevel(abc, 'c'))).toEqual([['a'], ['b', 'c']])
    expect(order(fromTiers([['a'], ['b', 'c']]))).toBe('a b =c')
  })

  it('moves one place at a time and stays within the list', () => {
    expect(order(move(abc, 'c', -1))).toBe('a c b')
    expect(order(move(abc, 'a', -1))).toBe('a b c')
    expect(order(move(abc, 'c', 1))).toBe('a b c')
  })

  it('never leaves the first level with nothing', () => {
    const tied = toggleLevel(abc, 'b')
    expect(order(tied)).toBe('a =b c')
    expect(order(remove(tied, 'a'))).toBe('b c')
    expect(order(move(tied, 'b', -1))).toBe('b a c')
    expect(order(toggleLevel(abc, 'a'))).toBe('a b c')
  })

  it('numbers ties as in a race', () => {
    expect(numbers(fromTiers([['a'], ['b', 'c'], ['d']]))).toEqual([1, 2, 2, 4])
  })

  it('knows two ballots that say the same', () => {
    expect(sameTiers([['a', 'b']], [['b', 'a']])).toBe(true)
    expect(sameTiers([['a'], ['b']], [['b'], ['a']])).toBe(false)
  })
})

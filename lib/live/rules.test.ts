import { describe, expect, test } from 'vitest'
import { attendanceOf, NAMED, presenceIn } from './rules'

const S = '01a20c64-665f-753d-88c2-46e84f04301a'
const T = '01a20c64-666b-738c-96e6-9761c6a24201'
const member = (n: number) => `01a20c64-0000-7000-8000-${String(n).padStart(12, '0')}`
const here = (n: number, sectionId = S) => ({ sectionId, memberId: member(n), name: `Person ${n}` })

describe('who is here', () => {
  test('is each person once, whatever windows and processes they are at', () => {
    const a = attendanceOf([here(1), here(1), here(2), here(3, T)])
    const b = attendanceOf([here(2), here(4)])
    expect(presenceIn(S, [a, b])).toEqual({
      section: S,
      count: 3,
      people: [1, 2, 4].map((n) => ({ id: member(n).slice(-8), name: `Person ${n}` })),
    })
    expect(presenceIn(T, [a, b]).count).toBe(1)
    expect(presenceIn(T, []).count).toBe(0)
  })

  test('a few are named, all are counted, and it fits into one notification of the database', () => {
    const class300 = attendanceOf(Array.from({ length: 300 }, (_, n) => here(n)))
    expect(presenceIn(S, [class300])).toMatchObject({ count: 300 })
    expect(presenceIn(S, [class300]).people).toHaveLength(NAMED)
    const many = attendanceOf(
      Array.from({ length: 5000 }, (_, n) => ({
        ...here(n),
        name: '김'.repeat(200),
        sectionId: n % 2 ? S : T,
      })),
    )
    expect(Buffer.byteLength(JSON.stringify(many))).toBeLessThan(7900)
    expect(presenceIn(S, [many]).count).toBe(2500)
  })
})

import { describe, expect, it } from 'vitest'
import { faultIn, tidy } from './check-ballot'
import { csv } from './csv'
import { receiptFrom, receiptKey } from './receipt'
import { freeSlug, slugOf } from './slug'
import { showsVoters, whyHidden } from './visible'

describe('receipts', () => {
  it('are short and readable, whatever the bytes', () => {
    expect(receiptFrom(Uint8Array.of(0x7f, 0x3a, 13, 19))).toBe('7f3a · celadon · 19')
    for (let byte = 0; byte < 256; byte++)
      expect(receiptFrom(Uint8Array.of(0, byte, byte, byte))).toMatch(/^00[0-9a-f]{2} · [a-z]+ · \d\d$/)
  })
  it('are found again however they are copied', () => {
    expect(receiptKey(' 7F3A - Celadon 19 ')).toBe(receiptKey('7f3a · celadon · 19'))
  })
})

describe('a ballot', () => {
  const options = ['a', 'b', 'c']
  const rank = (...ranking: string[][]) => ({ ranking, scores: {} })
  const score = (scores: Record<string, number>) => ({ ranking: [], scores })
  it('names options of the poll, each once', () => {
    expect(faultIn('RANKED', options, rank(['a', 'b']))).toBeNull()
    expect(faultIn('RANKED', options, rank(['b']))).toBeNull()
    expect(faultIn('RANKED', options, rank(['a'], ['a']))).toMatch(/only once/)
    expect(faultIn('RANKED', options, rank(['d']))).toMatch(/not an option/)
    expect(faultIn('RANKED', options, rank([]))).toMatch(/at least one/)
    expect(faultIn('PLURALITY', options, rank(['a']))).toBeNull()
    expect(faultIn('PLURALITY', options, rank(['a', 'b']))).toMatch(/Choose one/)
  })
  it('keeps to the scale of its kind', () => {
    expect(faultIn('APPROVAL', options, score({ a: 1 }))).toBeNull()
    expect(faultIn('APPROVAL', options, score({ a: 2 }))).toMatch(/approved or not/)
    expect(faultIn('APPROVAL', options, score({ a: 0 }))).toMatch(/at least one/)
    expect(faultIn('SCORE', options, score({ a: 0, b: 5 }))).toBeNull()
    expect(faultIn('SCORE', options, score({ a: 6 }))).toMatch(/0 to 5/)
    expect(faultIn('SCORE', options, score({}))).toMatch(/at least one/)
    expect(faultIn('SCORE', options, score({ d: 1 }))).toMatch(/not an option/)
    expect(faultIn('CREDENCE', options, score({ a: 60, c: 40 }))).toBeNull()
    expect(faultIn('CREDENCE', options, score({ a: 60, c: 41 }))).toMatch(/100 together/)
    expect(faultIn('CREDENCE', options, rank(['a']))).toMatch(/does not ask for a ranking/)
    expect(faultIn('RANKED', options, score({ a: 1 }))).toMatch(/does not ask for points/)
  })
  it('is written alike by all who agree', () => {
    expect(tidy('RANKED', options, rank(['c'], [], ['b', 'a']))).toEqual(rank(['c'], ['a', 'b']))
    expect(JSON.stringify(tidy('SCORE', options, score({ c: 3, a: 1 })))).toBe(
      JSON.stringify(score({ a: 1, b: 0, c: 3 })),
    )
  })
})

describe('who sees what', () => {
  const standing = { closed: false, hiddenUntilClose: false, voted: false, staff: false, ballots: 9 }
  it('a running result is for those who have voted and for staff', () => {
    expect(whyHidden(standing)).toBe('vote-first')
    expect(whyHidden({ ...standing, voted: true })).toBeNull()
    expect(whyHidden({ ...standing, staff: true })).toBeNull()
  })
  it('a hidden one is for nobody until the close, and few ballots for nobody ever', () => {
    expect(whyHidden({ ...standing, hiddenUntilClose: true, staff: true, voted: true })).toBe('hidden')
    expect(whyHidden({ ...standing, closed: true })).toBeNull()
    expect(whyHidden({ ...standing, closed: true, ballots: 2 })).toBe('too-few')
  })
  it('names of voters never stand beside a running count', () => {
    expect(showsVoters({ ...standing, staff: true })).toBe(false)
    expect(showsVoters({ ...standing, staff: true, hiddenUntilClose: true })).toBe(true)
    expect(showsVoters({ ...standing, staff: true, closed: true })).toBe(true)
    expect(showsVoters({ ...standing, hiddenUntilClose: true })).toBe(false)
  })
})

describe('csv', () => {
  it('quotes what must be quoted and makes formulas harmless', () => {
    const rows = [
      ['receipt', 'reason'],
      ['7f3a', '=HYPERLINK("http://x")'],
      ['a', ' +1, "so"\nbe it'],
      ['b', 3],
      ['c', '-2'],
    ]
    expect(csv(rows)).toBe(
      '\uFEFFreceipt,reason\r\n7f3a,"\'=HYPERLINK(""http://x"")"\r\na,"\' +1, ""so""\nbe it"\r\nb,3\r\nc,\'-2\r\n',
    )
  })
})

describe('addresses', () => {
  it('come from words and do not clash', () => {
    expect(slugOf('Which explanation fits best? · Après')).toBe('which-explanation-fits-best-apres')
    expect(slugOf('한국')).toBe('hanguk')
    expect(slugOf('核')).toBe('poll')
    expect(freeSlug('poll', ['poll', 'poll-2'])).toBe('poll-3')
  })
})

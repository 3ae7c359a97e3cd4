import { extension } from '../../uhc'
import type { Ordering } from './names'
import { CNS1, GB1, JAPAN1, KOREA1 } from './numbers'

/** A character of a collection: its two bytes in the standard, its number (CID), and what it is in Unicode. */
export type Member = { code: number; cid: number; char: string }

type Facts = { label: string; runs: string; half: [space: number, exclamation: number] }

const FACTS: Record<Ordering, Facts> = {
  Korea1: { label: 'euc-kr', runs: KOREA1, half: [8094, 8095] },
  GB1: { label: 'gbk', runs: GB1, half: [7716, 814] },
  CNS1: { label: 'big5', runs: CNS1, half: [13648, 13649] },
  Japan1: { label: 'shift_jis', runs: JAPAN1, half: [231, 232] },
}

const KATAKANA = 327 // Japan1 counts on from here for the single bytes A1 to DF

const known = new Map<Ordering, Member[]>()

/** All characters of two bytes, in the order of the standard. */
export function membersOf(ordering: Ordering): Member[] {
  const found = known.get(ordering) ?? decoded(ordering)
  known.set(ordering, found)
  return found
}

/** The characters of one byte; those of half width have other numbers. */
export function singlesOf(ordering: Ordering, half: boolean): Member[] {
  const [space, exclamation] = half ? FACTS[ordering].half : [1, 2]
  const ascii = Array.from({ length: 95 }, (_, i) => single(32 + i, i ? exclamation + i - 1 : space, 32 + i))
  if (ordering !== 'Japan1') return ascii
  return [...ascii, ...Array.from({ length: 63 }, (_, i) => single(0xa1 + i, KATAKANA + i, 0xff61 + i))]
}

const single = (code: number, cid: number, point: number) => ({
  code,
  cid,
  char: String.fromCodePoint(point),
})

/**
 * The platform knows the standards' characters, Adobe's table their numbers. A character without a number is
 * given its code for one: codes are higher than any number, and only its width is not known for it.
 */
function decoded(ordering: Ordering): Member[] {
  const { label, runs } = FACTS[ordering]
  const decoder = new TextDecoder(label)
  const numbers = runs.split(/\s+/).map(runOf)
  const more = ordering === 'Korea1' ? extension() : undefined
  const members: Member[] = []
  let run = -1
  let counted = 0
  for (let code = 0x8140; code <= 0xfefe; code++) {
    while ((numbers[run + 1]?.from ?? 0x10000) <= code) counted = numbers[++run]?.cid ?? 0
    const numbered = code <= (numbers[run]?.to ?? 0) && counts(ordering, code)
    const cid = numbered ? counted++ : code
    const char =
      more?.get(code) ?? (mayFollow(code) ? decoder.decode(Uint8Array.of(code >> 8, code & 0xff)) : '')
    if ([...char].length === 1 && char !== '\ufffd') members.push({ code, cid, char })
  }
  return members
}

function runOf(text: string) {
  const [, from = '', to = '', cid = ''] = /^(\w+)-(\w+):(\d+)$/.exec(text) ?? []
  return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), cid: Number(cid) }
}

const mayFollow = (code: number) => (code & 0xff) >= 0x40 && (code & 0xff) !== 0x7f && (code & 0xff) !== 0xff

/** Over which bytes the numbers count on: each standard fills its rows in its own way. */
function counts(ordering: Ordering, code: number): boolean {
  const lead = code >> 8
  const trail = code & 0xff
  if (ordering === 'Japan1') return (lead < 0xa0 || lead >= 0xe0) && mayFollow(code) && trail <= 0xfc
  const high = trail >= 0xa1 && trail <= 0xfe
  if (ordering === 'CNS1') return (trail >= 0x40 && trail <= 0x7e) || high
  if (ordering === 'GB1' || lead >= 0xa1) return high
  const letters = (trail >= 0x41 && trail <= 0x5a) || (trail >= 0x61 && trail <= 0x7a)
  return letters || (trail >= 0x81 && trail <= 0xfe)
}

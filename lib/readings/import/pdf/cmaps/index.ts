import { membersOf, singlesOf } from './collections'
import { type Named, named, type Ordering } from './names'

type Pair = { code: number; width: number; cid: number }

/**
 * Older Asian PDFs name their encodings ("KSCms-UHC-H") and leave the tables to the reader. PDF.js asks for them
 * here: it gets each as a CMap in text, made from what the platform knows of the standards.
 */
export class PredefinedCMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: false }> {
    const text = textOf(name)
    if (!text) throw new Error(`No CMap of the name ${name}`)
    return { cMapData: new TextEncoder().encode(text), isCompressed: false }
  }
}

const texts = new Map<string, string | undefined>()

function textOf(name: string): string | undefined {
  if (!texts.has(name)) texts.set(name, make(name))
  return texts.get(name)
}

function make(name: string): string | undefined {
  const ordering = /^Adobe-(Korea1|GB1|CNS1|Japan1)-UCS2$/.exec(name)?.[1] as Ordering | undefined
  if (ordering) return toUnicode(ordering)
  const found = named(name)
  if (!found) return undefined
  const spaces = found.bytes === 'unicode' ? ['<0000> <ffff>'] : spacesOf(found)
  const pairs = pairsOf(found).sort((a, b) => a.width - b.width || a.code - b.code)
  const ranges = rangesOf(pairs).map((r) => `<${r.from}> <${r.to}> ${r.cid}`)
  return [
    `/WMode ${found.vertical ? 1 : 0} def`,
    ...section('codespacerange', spaces),
    ...section('cidrange', ranges),
  ].join('\n')
}

/** From numbers to characters, whatever the encoding. */
function toUnicode(ordering: Ordering): string {
  const chars = new Map<number, string>()
  // Korea's standard has some ideographs twice; NFC makes one of the two.
  for (const m of [...singlesOf(ordering, false), ...singlesOf(ordering, true), ...membersOf(ordering)])
    if (!chars.has(m.cid)) chars.set(m.cid, m.char.normalize('NFC'))
  const lines = [...chars].map(([cid, char]) => `<${hex(cid, 2)}> <${units(char)}>`)
  return [...section('codespacerange', ['<0000> <ffff>']), ...section('bfchar', lines)].join('\n')
}

function pairsOf({ ordering, bytes, half }: Named): Pair[] {
  const singles = singlesOf(ordering, half)
  const members = membersOf(ordering)
  if (bytes === 'unicode') return unicodePairs([...singles, ...members])
  const two = members.flatMap(({ code, cid }) => {
    const own = bytes === 'standard' ? code : rowAndCell(ordering, code)
    return own === undefined ? [] : [{ code: bytes === 'seven' ? own & 0x7f7f : own, width: 2, cid }]
  })
  if (bytes === 'seven') return two
  // EUC writes the single katakana with a byte 8E before them.
  const one = singles.map(({ code, cid }) =>
    bytes === 'euc' && code > 0x7f ? { code: 0x8e00 + code, width: 2, cid } : { code, width: 1, cid },
  )
  return [...one, ...two]
}

function unicodePairs(members: { cid: number; char: string }[]): Pair[] {
  const pairs = new Map<number, Pair>()
  for (const { cid, char } of members) {
    const code = char.charCodeAt(0)
    if (char.length === 1 && !pairs.has(code)) pairs.set(code, { code, width: 2, cid })
  }
  return [...pairs.values()]
}

/** The place in the standard's table of 94 rows, each byte with its high bit; Japan's is folded in Shift JIS. */
function rowAndCell(ordering: Ordering, code: number): number | undefined {
  const lead = code >> 8
  const trail = code & 0xff
  if (ordering !== 'Japan1') return lead >= 0xa1 && trail >= 0xa1 ? code : undefined
  if (lead > 0xef) return undefined
  const row = (lead - (lead < 0xa0 ? 0x81 : 0xc1)) * 2 + (trail >= 0x9f ? 1 : 0)
  const cell = trail >= 0x9f ? trail - 0x9f : trail - 0x40 - (trail > 0x7f ? 1 : 0)
  return ((row + 0xa1) << 8) + cell + 0xa1
}

const spacesOf = ({ ordering, bytes }: Named): string[] => {
  if (bytes === 'seven') return ['<2121> <7e7e>']
  if (bytes === 'euc') return ['<00> <80>', '<8ea0> <8edf>', '<a1a1> <fefe>']
  return ordering === 'Japan1'
    ? ['<00> <80>', '<8140> <9ffc>', '<a0> <df>', '<e040> <fcfc>']
    : ['<00> <80>', '<8140> <fefe>']
}

function rangesOf(pairs: Pair[]) {
  const out: { from: string; to: string; cid: number }[] = []
  let last: Pair | undefined
  for (const p of pairs) {
    const range = out.at(-1)
    const goesOn =
      last && p.width === last.width && p.code === last.code + 1 && p.cid === last.cid + 1 && p.code & 0xff
    if (range && goesOn) range.to = hex(p.code, p.width)
    else out.push({ from: hex(p.code, p.width), to: hex(p.code, p.width), cid: p.cid })
    last = p
  }
  return out
}

const section = (name: string, lines: string[]) => [`${lines.length} begin${name}`, ...lines, `end${name}`]
const hex = (n: number, bytes: number) => n.toString(16).padStart(bytes * 2, '0')
const units = (text: string) =>
  Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i), 2)).join('')

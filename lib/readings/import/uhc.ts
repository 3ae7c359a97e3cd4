/**
 * Korean as Windows writes it (code page 949). The platform's "euc-kr" knows the 2,350 syllables of KS X 1001 alone;
 * the other 8,822 follow in the order of Unicode in the bytes that the standard left free. One of them in a file
 * ("똠", "펲") must not turn all of it into another language.
 */
export function uhcText(bytes: Uint8Array): string | undefined {
  const more = extension()
  const standard = new TextDecoder('euc-kr', { fatal: true })
  const parts: string[] = []
  let from = 0
  try {
    for (let i = 0; i < bytes.length; i++) {
      const lead = bytes[i] ?? 0
      if (lead < 0x81) continue
      const char = more.get((lead << 8) | (bytes[i + 1] ?? 0))
      if (char) parts.push(standard.decode(bytes.subarray(from, i)), char)
      i++
      if (char) from = i + 1
    }
    return parts.join('') + standard.decode(bytes.subarray(from))
  } catch {
    return undefined
  }
}

export const isUhc = (label: string) =>
  /^(?:euc-?kr|(?:windows|cp|ms)-?949|uhc|korean|ks_?c_?5601(?:-19\d\d)?|ksc-?5601)$/i.test(label)

let codes: Map<number, string> | undefined

/** The syllables beyond KS X 1001 by their two bytes. */
export function extension(): Map<number, string> {
  codes ??= new Map(zip(freeCodes(), otherSyllables()))
  return codes
}

function* zip(numbers: Iterable<number>, chars: string[]): Generator<[number, string]> {
  let at = 0
  for (const n of numbers) {
    const char = chars[at++]
    if (char === undefined) return
    yield [n, char]
  }
}

/** Second bytes are letters and the upper half; from the lead A1 on, only what the standard does not use. */
function* freeCodes(): Generator<number> {
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0); trail++) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue
      yield (lead << 8) | trail
    }
  }
}

function otherSyllables(): string[] {
  const decoder = new TextDecoder('euc-kr')
  const row = Uint8Array.from({ length: 94 * 2 }, (_, i) => (i % 2 ? 0xa1 + (i - 1) / 2 : 0))
  const standard = new Set<string>()
  for (let lead = 0xb0; lead <= 0xc8; lead++) {
    for (let i = 0; i < row.length; i += 2) row[i] = lead
    for (const char of decoder.decode(row)) standard.add(char)
  }
  const all = Array.from({ length: 0xd7a4 - 0xac00 }, (_, i) => String.fromCharCode(0xac00 + i))
  return all.filter((char) => !standard.has(char))
}

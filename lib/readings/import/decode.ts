import { isUhc, uhcText } from './uhc'

/**
 * Bytes to text. UTF-8 if it is valid UTF-8 (a legacy text of any length almost never is), else what the
 * document declares, else a guess among the encodings that Korean, Japanese, Chinese and Western files use.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  // Wide zeros come before UTF-8: a zero is a valid character there, and "H\0i\0" would pass.
  const wide = byMark(bytes) ?? byWideZeros(bytes)
  return wide ?? attempt(bytes, 'utf-8') ?? byName(bytes, declared) ?? legacy(bytes)
}

/** The encoding that HTML or XML names in its first kilobyte. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return /(?:charset|encoding)\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1]
}

function byMark(b: Uint8Array): string | undefined {
  if (b[0] === 0xff && b[1] === 0xfe) return new TextDecoder('utf-16le').decode(b)
  if (b[0] === 0xfe && b[1] === 0xff) return new TextDecoder('utf-16be').decode(b)
}

/** UTF-16 without its mark shows as zeros in every second byte of the ASCII part. */
function byWideZeros(b: Uint8Array): string | undefined {
  const sample = b.subarray(0, 2048)
  const zeros = [0, 0]
  sample.forEach((v, i) => {
    if (v === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 5 && even === 0) return new TextDecoder('utf-16le').decode(b)
  if (even > sample.length / 5 && odd === 0) return new TextDecoder('utf-16be').decode(b)
}

function byName(bytes: Uint8Array, name?: string): string | undefined {
  return name && !/^utf-?8$/i.test(name) ? attempt(bytes, name) : undefined
}

function attempt(bytes: Uint8Array, encoding: string): string | undefined {
  if (isUhc(encoding)) return uhcText(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * In Western text a byte above 127 stands alone between letters; in the East Asian encodings they come in
 * pairs, and the lead bytes tell which: 82/83 kana in Shift_JIS, A4/A5 kana in EUC-JP, B0-C8 Hangul in EUC-KR.
 */
function legacy(bytes: Uint8Array): string {
  const leads = leadBytes(bytes.subarray(0, 65536))
  if (leads.paired * 2 > leads.high) {
    const share = (from: number, to: number) => leads.count(from, to) / Math.max(1, leads.paired)
    const order: string[] = []
    if (share(0x82, 0x83) > 0.2) order.push('shift_jis')
    if (share(0xa4, 0xa5) > 0.2) order.push('euc-jp')
    if (share(0xb0, 0xc8) > 0.9) order.push('euc-kr')
    for (const name of [...order, 'gb18030', 'big5', 'euc-kr', 'shift_jis']) {
      const text = attempt(bytes, name)
      if (text !== undefined) return text
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

function leadBytes(bytes: Uint8Array) {
  const seen = new Map<number, number>()
  let high = 0
  let paired = 0
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i] ?? 0
    if (b < 0x80) continue
    high++
    if ((bytes[i + 1] ?? 0) < 0x40) continue
    if ((bytes[i + 1] ?? 0) < 0x80 && (b < 0x81 || !isPairTail(bytes, i))) continue
    seen.set(b, (seen.get(b) ?? 0) + 1)
    paired++
    high++
    i++
  }
  const count = (from: number, to: number) =>
    [...seen].reduce((n, [b, k]) => n + (b >= from && b <= to ? k : 0), 0)
  return { high: high / 2, paired, count }
}

/** An ASCII second byte counts as a tail only where another high byte follows close by (Shift_JIS, Big5). */
function isPairTail(bytes: Uint8Array, i: number) {
  return (bytes[i + 2] ?? 0) >= 0x80
}

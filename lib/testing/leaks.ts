/** What somebody was sent, and by what. */
export type Sent = { where: string; text: string }
type Person = { name: string; email: string; userId: string; memberId: string }

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescapeHtml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) =>
    name
      ? (ENTITIES[name.toLowerCase()] ?? whole)
      : String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex ?? decimal, hex ? 16 : 10))),
  )

const unescapePercent = (text: string): string =>
  text.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes)
    } catch {
      return codes
    }
  })

/** Of JSON and of scripts, also of JSON in a script: pages carry their payload so. */
const unescapeJson = (text: string): string =>
  text
    .replace(/\\+u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\+(["'/])/g, '$1')

/** Words as they are read: without the tags, and the empty comments, that part them. */
const untagged = (text: string): string =>
  text
    .replaceAll('<!-- -->', '')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')

/** The text in all the wrappings that it can be taken out of, in small letters. */
function readings(text: string): string {
  const plain = unescapeHtml(unescapeJson(text))
  return [text, plain, unescapePercent(plain), untagged(plain)].join('\n').toLowerCase()
}

const dashed = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .toLowerCase()

/** By what somebody is known: any word of the name, the name as addresses and files have it, address and ids. */
export const tracesOf = ({ name, email, userId, memberId }: Person): string[] => [
  ...[name, dashed(name), ...name.split(/[\s-]+/).filter((word) => word.length > 4)],
  ...[email, userId, memberId, userId.replaceAll('-', ''), memberId.replaceAll('-', '')],
]

/** A moment to the second, as payloads, headers and files write it. */
export function formsOf(iso: string): string[] {
  const at = new Date(iso)
  const second = at.toISOString().slice(0, 19)
  const ms = at.getTime()
  return [
    ...[second, second.replace('T', ' '), at.toUTCString()],
    ...[`${ms}`, `${Math.floor(ms / 1000)}`, second.replace(/\D/g, '')],
  ]
}

/** Which of the traces are in what was sent, however wrapped. */
export function leaksIn(
  sent: readonly Sent[],
  traces: readonly string[],
): { where: string; trace: string }[] {
  const wanted = [...new Set(traces.filter(Boolean))].map((trace) => ({ trace, small: trace.toLowerCase() }))
  return sent.flatMap(({ where, text }) => {
    const all = readings(text)
    return wanted.flatMap(({ trace, small }) => (all.includes(small) ? [{ where, trace }] : []))
  })
}

/**
 * Whether blind keys stand in a text in the order of the keys themselves, which follows neither time nor name: any other
 * order is one that somebody made, and may be the authors'.
 */
export function inBlindOrder(text: string, keys: readonly string[]): boolean {
  const found = keys.filter((key) => text.includes(key))
  const shown = found.toSorted((a, b) => text.indexOf(a) - text.indexOf(b))
  return found.toSorted().every((key, i) => key === shown[i])
}

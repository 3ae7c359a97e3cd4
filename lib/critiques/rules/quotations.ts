/**
 * Quotations in a critique are Markdown: a block quotation whose last line is a dash and a link to its source.
 *
 *     > In the words of the reading.
 *     >
 *     > — [The companion, 6](quote:passage/0199…/3/120-180)
 *
 * The address names the thing itself and not where it stands today, so that the link survives a revision of the
 * reading, another name of the course, and the way into another installation.
 */
export type Source =
  | { kind: 'passage'; sectionId: string; version: number; start: number; end: number }
  | { kind: 'note' | 'claim' | 'evidence'; id: string }

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const PASSAGE = new RegExp(`^quote:passage/(${UUID})/(\\d{1,6})/(\\d{1,8})-(\\d{1,8})$`)
const THING = new RegExp(`^quote:(note|claim|evidence)/(${UUID})$`)

export const addressOf = (source: Source): string =>
  source.kind === 'passage'
    ? `quote:passage/${source.sectionId}/${source.version}/${source.start}-${source.end}`
    : `quote:${source.kind}/${source.id}`

/** Null for what is no address of a source. */
export function sourceOf(address: string): Source | null {
  const [, sectionId, version, start, end] = PASSAGE.exec(address) ?? []
  if (sectionId) {
    const span = { version: Number(version), start: Number(start), end: Number(end) }
    return span.end > span.start ? { kind: 'passage', sectionId, ...span } : null
  }
  const [, kind, id] = THING.exec(address) ?? []
  return id ? { kind: kind as 'note', id } : null
}

/** Signs that Markdown would make something of; what is quoted stands as it was written. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>$~|]/g, '\\$&')
const LEADING = /^(\s*)([#+-]|\d+[.)])(?=\s)/

/** A quotation as it goes into the text, with its source below. */
export function quotation(words: string, label: string, source: Source): string {
  const lines = words.trim().split(/\r?\n/)
  const quoted = lines.map((line) => `> ${plain(line).replace(LEADING, '$1\\$2')}`.trimEnd())
  return [...quoted, '>', `> — [${plain(label.replace(/\s+/g, ' '))}](${addressOf(source)})`].join('\n')
}

const SOURCE_LINE = /^ {0,3}>\s*(?:—|--?)?\s*\[(?:[^\]\\]|\\.)*\]\((quote:[a-z]+\/[^)\s]+)\)\s*$/

/** The blocks of lines that begin with ">", each with where its lines are. */
function* blocks(lines: readonly string[]): Generator<[from: number, to: number]> {
  for (let i = 0; i < lines.length; ) {
    const from = i
    while (i < lines.length && /^ {0,3}>/.test(lines[i] ?? '')) i += 1
    if (i > from) yield [from, i]
    else i += 1
  }
}

/** The text without its quotations: a block counts as one where its last line is its source. */
export function withoutQuotations(text: string): string {
  if (!text.includes('(quote:')) return text
  const lines = text.split('\n')
  const out = new Set<number>()
  for (const [from, to] of blocks(lines)) {
    const address = SOURCE_LINE.exec(lines[to - 1] ?? '')?.[1]
    if (address && sourceOf(address)) for (let i = from; i < to; i++) out.add(i)
  }
  return lines.filter((_, i) => !out.has(i)).join('\n')
}

/** Every source that texts name, each once. */
export function sourcesIn(texts: readonly string[]): Source[] {
  const found = new Map<string, Source>()
  for (const text of texts)
    for (const [, address = ''] of text.matchAll(/\]\((quote:[a-z]+\/[^)\s]+)\)/g)) {
      const source = sourceOf(address)
      if (source) found.set(address, source)
    }
  return [...found.values()]
}

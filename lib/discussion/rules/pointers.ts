export type Named = { id: string; name: string }
export type Pointers = { html: string; tags: string[]; mentioned: string[] }

const PIECE = /<(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+|</g
const VERBATIM = /^<(\/?)(a|code|pre|math)\b/
/** Not inside a word, a path or a character reference ("&#x26;"); begins with a letter. */
const TAG = /(?<![\p{L}\p{N}_/&#])#(\p{L}[\p{L}\p{M}\p{N}_-]{0,39})/gu
const IN_WORD = /[\p{L}\p{M}\p{N}_]/u

/** As lib/markdown writes them in text. */
const inHtml = (name: string): string => name.replace(/&/g, '&#x26;').replace(/</g, '&#x3C;')
const folded = (text: string): string => text.toLowerCase().normalize('NFC')

/**
 * Finds "@Name" and "#tag" in the sanitised HTML of a body and sets them apart. Code, mathematics and links stay as
 * they are. A name that two people bear means both of them.
 * @param people who may be spoken to: those who may see the note.
 */
export function markPointers(html: string, people: readonly Named[]): Pointers {
  if (!/[@#]/.test(html)) return { html, tags: [], mentioned: [] }
  const tags = new Set<string>()
  const mentioned = new Set<string>()
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length)
  let depth = 0
  const marked = html.replace(PIECE, (piece) => {
    const verbatim = VERBATIM.exec(piece)
    if (verbatim) depth += verbatim[1] ? -1 : 1
    if (piece.startsWith('<') || depth > 0) return piece
    return markTags(markNames(piece, byLength, mentioned), tags)
  })
  return { html: marked, tags: [...tags].slice(0, 20), mentioned: [...mentioned] }
}

function markTags(text: string, tags: Set<string>): string {
  return text.replace(TAG, (whole, tag: string) => {
    tags.add(folded(tag))
    return `<span class="tag">${whole}</span>`
  })
}

/** The longest name that stands after each "@": "@Ann Lee" is not "@Ann". */
function markNames(text: string, byLength: readonly Named[], mentioned: Set<string>): string {
  let marked = ''
  let rest = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < rest || (at > 0 && IN_WORD.test(text[at - 1] ?? ''))) continue
    const found = byLength.find(({ name }) => namedAt(text, at + 1, inHtml(name)))
    if (!found) continue
    const end = at + 1 + inHtml(found.name).length
    for (const { id, name } of byLength) if (folded(name) === folded(found.name)) mentioned.add(id)
    marked += `${text.slice(rest, at)}<span class="mention">${text.slice(at, end)}</span>`
    rest = end
  }
  return marked + text.slice(rest)
}

function namedAt(text: string, at: number, name: string): boolean {
  if (!name || folded(text.slice(at, at + name.length)) !== folded(name)) return false
  return !IN_WORD.test(text[at + name.length] ?? '')
}

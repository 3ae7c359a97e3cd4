/** Letters and digits alone: spaces, quotation marks and what Markdown makes of signs may differ. */
const letters = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '')
const OMISSION = /\s*(?:\[\s*)?(?:…|\.{3})(?:\s*\])?\s*/u

/** Whether words are those of the source: all of them in its order, where "…" stands for words left out. */
export function isFaithful(words: string, source: string): boolean {
  const text = letters(source)
  let from = 0
  for (const part of words.split(OMISSION).map(letters)) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

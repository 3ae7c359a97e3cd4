/** Blocks stand in a section's text with a blank line between them (lib/readings/schema.ts). */
const BETWEEN = '\n\n'

/** The block that an offset (UTF-16 code units) falls into, counted from one, and its words. */
export function paragraphAt(text: string, offset: number): { number: number; words: string } {
  const at = Math.max(0, Math.min(offset, text.length))
  const before = text.slice(0, at).split(BETWEEN)
  const from = at - (before.at(-1)?.length ?? 0)
  const to = text.indexOf(BETWEEN, from)
  return { number: before.length, words: text.slice(from, to < 0 ? undefined : to).trim() }
}

import type { Mark, SectionBlock } from '../schema'

/** Blocks are parted by a blank line in the section's plain text, into which anchors count. */
export const BLOCK_GAP = '\n\n'

export const sectionText = (blocks: readonly SectionBlock[]): string =>
  blocks.map((b) => b.text).join(BLOCK_GAP)

/** Where each block begins in `sectionText`, in UTF-16 code units. */
export function blockStarts(blocks: readonly SectionBlock[]): number[] {
  let at = 0
  return blocks.map((block) => {
    const start = at
    at += block.text.length + BLOCK_GAP.length
    return start
  })
}

/** Takes `*emphasis*` out of a line of our own seminar files, leaving plain text and marks. */
export function parseEmphasis(source: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = []
  let text = ''
  let rest = source
  for (let found = /\*([^*\s][^*]*)\*/.exec(rest); found; found = /\*([^*\s][^*]*)\*/.exec(rest)) {
    text += rest.slice(0, found.index)
    const words = found[1] ?? ''
    marks.push([text.length, text.length + words.length, 'em'])
    text += words
    rest = rest.slice(found.index + found[0].length)
  }
  return { text: text + rest, marks }
}

/** A numbered paragraph with a run-in title, as the seminar's texts have them: "2.1", "Danger …", "The author's …". */
export function leadParagraph(label: string, lead: string, source: string): SectionBlock {
  const { text, marks } = parseEmphasis(source)
  const shift = lead.length + 1
  return {
    kind: 'paragraph',
    label,
    text: `${lead} ${text}`,
    marks: [[0, lead.length, 'lead'], ...marks.map(([s, e, kind]): Mark => [s + shift, e + shift, kind])],
  }
}

/** Reading time at 220 words a minute (or 500 characters of Chinese, Japanese or Korean script), at least one. */
export function readingMinutes(text: string): number {
  const cjk = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0
  const words = text.split(/\s+/).length
  return Math.max(1, Math.round(words / 220 + cjk / 500))
}

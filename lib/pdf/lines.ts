import type { Run } from './model'

export type Word = { run: Run; text: string; width: number }
/** Words that stand in one line, the space after the last left out. */
export type Line = Word[]

/** Where a line may end: after a space or a hyphen between letters, and around every character of Chinese and Japanese. */
const PARTS =
  /\n|[^\S\n]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][。、，．：；！？」』）]*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[^\s-])+-*|-+/gu

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })

const isSpace = (text: string): boolean => /^[^\S\n]+$/.test(text)

type Measure = (run: Run, text: string) => number

/** A word that is wider than the line, in pieces that are not. */
function pieces(run: Run, text: string, width: number, measure: Measure): string[] {
  const out: string[] = []
  let piece = ''
  for (const { segment } of graphemes.segment(text)) {
    if (piece && measure(run, piece + segment) > width) {
      out.push(piece)
      piece = ''
    }
    piece += segment
  }
  return piece ? [...out, piece] : out
}

/** What may not be parted, in order: words of one run after the other that no break stands between go together. */
function* chunks(runs: readonly Run[]): Generator<{ run: Run; text: string }[] | 'break' | 'space'> {
  let open: { run: Run; text: string }[] = []
  for (const run of runs)
    for (const [text] of run.text.matchAll(PARTS)) {
      if (text === '\n' || isSpace(text)) {
        if (open.length > 0) yield open
        open = []
        yield text === '\n' ? 'break' : 'space'
        continue
      }
      const last = open.at(-1)
      if (last && last.run === run) {
        yield open
        open = []
      }
      open.push({ run, text })
    }
  if (open.length > 0) yield open
}

/** Breaks runs into lines no wider than `width`. Spaces at the ends of lines go; a line feed begins a new one. */
export function linesOf(runs: readonly Run[], width: number, measure: Measure): Line[] {
  const lines: Line[] = [[]]
  let used = 0
  let gap: Run | null = null
  const line = () => lines.at(-1) as Line
  const next = () => {
    lines.push([])
    used = 0
    gap = null
  }
  const put = (run: Run, text: string) => {
    const wide = measure(run, text)
    line().push({ run, text, width: wide })
    used += wide
  }
  for (const chunk of chunks(runs)) {
    if (chunk === 'break') next()
    else if (chunk === 'space') gap = runs[0] ? (line().at(-1)?.run ?? null) : null
    else {
      const wide = chunk.reduce((sum, part) => sum + measure(part.run, part.text), 0)
      const space = gap ? measure(gap, ' ') : 0
      if (used > 0 && used + space + wide > width) next()
      if (gap && used > 0) put(gap, ' ')
      gap = null
      for (const { run, text } of chunk)
        for (const [i, piece] of pieces(run, text, width, measure).entries()) {
          if (used > 0 && (i > 0 || used + measure(run, piece) > width)) next()
          put(run, piece)
        }
    }
  }
  return lines
}

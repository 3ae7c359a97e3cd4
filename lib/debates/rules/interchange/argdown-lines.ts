import { parse } from 'yaml'

/** One line of meaning: its indentation in columns, its words (escapes and all), the data behind it. */
export type Line = { number: number; indent: number; words: string; data: unknown; blank: boolean }

const TAB = 4
/** After so many braces that nothing closes, braces are words: looking for the end of each would take too long. */
const MOST_UNCLOSED = 20

/** Where the braces that open at `from` are closed, outside of quotation marks; -1: nowhere. */
function closing(text: string, from: number): number {
  let depth = 0
  let quote = ''
  for (let i = from; i < text.length; i++) {
    const sign = text[i]!
    if (sign === '\\') i++
    else if (quote) quote = sign === quote ? '' : quote
    else if (sign === '"') quote = sign
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return i
  }
  return -1
}

/** JSON, or YAML by way of a parser that runs nothing; null where it is neither. */
function dataIn(block: string): unknown {
  for (const read of [JSON.parse, (text: string) => parse(text, { maxAliasCount: 0 })])
    try {
      return read(/^\{[ \t]*\n/.test(block) && read !== JSON.parse ? block.slice(1, -1) : block)
    } catch {
      // the next way of reading it
    }
  return null
}

/** Where a comment that begins at `i` ends; `i` itself where none begins. */
function afterComment(text: string, i: number): number {
  const end = (mark: string, length: number): number => {
    const at = text.indexOf(mark, i + length)
    return at < 0 ? text.length : at + mark.length
  }
  if (text.startsWith('/*', i)) return end('*/', 2)
  if (text.startsWith('<!--', i)) return end('-->', 4)
  if (text.startsWith('//', i) && (i === 0 || /\s/.test(text[i - 1]!))) {
    const newline = text.indexOf('\n', i)
    return newline < 0 ? text.length : newline
  }
  return i
}

/** The lines of a text without comments and with the data taken out of them. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let words = ''
  let data: unknown = null
  let number = 1
  let unclosed = 0
  const push = () => {
    const [lead = ''] = /^[ \t]*/.exec(words) ?? []
    const indent = [...lead].reduce((sum, sign) => sum + (sign === '\t' ? TAB : 1), 0)
    lines.push({ number, indent, words: words.trim(), data, blank: words.trim() === '' && data === null })
    words = ''
    data = null
  }
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    const after = afterComment(text, i)
    const close = sign === '{' && unclosed < MOST_UNCLOSED ? closing(text, i) : -1
    if (sign === '{' && close < 0) unclosed++
    if (after > i) {
      number += text.slice(i, after).split('\n').length - 1
      i = after - 1
    } else if (sign === '\\') words += sign + (text[++i] ?? '')
    else if (close > 0) {
      data = dataIn(text.slice(i, close + 1))
      number += text.slice(i, close).split('\n').length - 1
      i = close
    } else if (sign === '\n') {
      push()
      number++
    } else words += sign
  }
  push()
  return lines
}

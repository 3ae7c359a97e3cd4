import type { Face, Text } from './pdf'

// Widths of Times in thousandths of an em, near enough to break and justify lines by.
const width = (text: string, size: number, face: Face) =>
  [...text].reduce((n, c) => n + charWidth(c, face), 0) * (size / 1000)

function charWidth(c: string, face: Face) {
  if (face === 'mono') return 600
  if (c.charCodeAt(0) > 0x2ff && !/[–—“”‘’]/.test(c)) return 1000
  const wide = face === 'bold' ? 1.06 : 1
  if (/[ijlt.,;:'’‘|!()[\]]/.test(c)) return 290 * wide
  if (/[frs -]/.test(c)) return (c === ' ' ? 250 : 360) * wide
  if (/[mwMW]/.test(c)) return 800 * wide
  return (/[A-Z]/.test(c) ? 690 : 480) * wide
}

export type Box = {
  x: number
  y: number
  width: number
  size?: number
  leading?: number
  face?: Face
  indent?: number
  hang?: number
}

/** Breaks text into lines in a box, breaking long words with a hyphen where a line would be too short. */
export function setLines(text: string, box: Box): { texts: Text[]; y: number } {
  const { size = 10, leading = size * 1.2, face = 'roman' } = box
  const texts: Text[] = []
  let y = box.y
  let words = text.split(' ')
  for (let row = 0; words.length; row++) {
    const inset = row === 0 ? (box.indent ?? 0) : (box.hang ?? 0)
    const { line, rest } = takeLine(words, box.width - inset, size, face)
    texts.push({ x: box.x + inset, y, text: line, size, face })
    y += leading
    words = rest
  }
  return { texts, y }
}

function takeLine(words: string[], room: number, size: number, face: Face): { line: string; rest: string[] } {
  let line = ''
  for (const [i, word] of words.entries()) {
    const next = line ? `${line} ${word}` : word
    if (width(next, size, face) <= room || !line) {
      line = next
      continue
    }
    const broken = room - width(line, size, face) > size * 3.2 ? hyphenate(word) : undefined
    if (broken && width(`${line} ${broken[0]}-`, size, face) <= room) {
      return { line: `${line} ${broken[0]}-`, rest: [broken[1], ...words.slice(i + 1)] }
    }
    return { line, rest: words.slice(i) }
  }
  return { line, rest: [] }
}

/** After the first vowel that leaves three letters on both sides; good enough to have hyphens at all. */
function hyphenate(word: string): [string, string] | undefined {
  const m = /^([a-z]{2,}?[aeiou][b-df-hj-np-tv-z])([b-df-hj-np-tv-z]?[aeiou][a-z]{2,}[.,;]?)$/.exec(word)
  return m?.[1] && m[2] ? [m[1], m[2]] : undefined
}

/** Prose of a given length, always the same for the same seed; the words are invented. */
export function prose(words: number, seed = 1): string {
  let state = seed * 2654435761 || 1
  const pick = <T>(list: readonly T[]): T => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return list[state % list.length] as T
  }
  const out: string[] = []
  let left = 0
  for (let i = 0; i < words; i++) {
    const word = pick(WORDS)
    out.push(left === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word)
    left = left === 0 ? 8 + (state % 9) : left - 1
    if (left === 0 || i === words - 1) out[i] += '.'
    if (i === words - 1) break
  }
  return out.join(' ')
}

const WORDS =
  `harbour timetable ferry council island winter bargain village morning promise keeper ledger storm
captain signal market teacher bridge account letter measure number region council custom argument evidence reason
memory record history century policy answer question method theory writer reader margin meaning because although
between against without through under after before while where which every another several common public local
northern southern simple careful certain single open small great early late quiet narrow follow carry leave reach
hold turn write read print wait give take find show`.split(/\s+/)

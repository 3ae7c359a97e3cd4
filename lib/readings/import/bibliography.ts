import type { Block } from './types'

/** The entries of a bibliography, one string each; numbers stay, for the text refers to them. */
export function entries(blocks: Block[]): string[] {
  return blocks
    .flatMap((b) => b.text.split('\n'))
    .flatMap((line) => splitLabels(unbulleted(line)))
    .filter(isEntry)
}

const unbulleted = (line: string) => line.replace(/^\s*[-–•*]\s+/, '').trim()
const isEntry = (text: string) => text.length > 3 && /\p{L}/u.test(text)

/** Several entries that flowed into one paragraph part again where the numbers count on. */
function splitLabels(text: string): string[] {
  if (!/^\[\d+\]/.test(text)) return [text]
  const out: string[] = []
  let from = 0
  let number = Number(/^\[(\d+)\]/.exec(text)?.[1])
  for (const m of text.matchAll(/\s\[(\d+)\]\s/g)) {
    if (Number(m[1]) !== number + 1) continue
    out.push(text.slice(from, m.index).trim())
    from = m.index + 1
    number++
  }
  return [...out, text.slice(from).trim()]
}

/** Words of one paragraph and which of them are chosen, from the first up to but not including the last. */
export type Choice = { from: number; to: number }

type Words = { starts: number[]; ends: number[]; sentenceEnds: number[] }

/** The words of a text as its language has them: Korean, Chinese and Japanese are not all spaces. */
export function wordsIn(text: string, language: string): Words {
  const words: Words = { starts: [], ends: [], sentenceEnds: [] }
  for (const { segment, index, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(
    text,
  ))
    if (isWordLike) {
      words.starts.push(index)
      words.ends.push(index + segment.length)
    }
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const count = words.ends.filter((end) => end <= index + segment.length).length
    if (count > (words.sentenceEnds.at(-1) ?? 0)) words.sentenceEnds.push(count)
  }
  return words
}

/**
 * The choice after a key: with Shift its end moves, by a word or by a sentence; without, it is one word that moves.
 * Null where the key means nothing.
 */
export function moved(words: Words, choice: Choice | null, key: string, shift: boolean): Choice | null {
  const count = words.starts.length
  if (count === 0 || !/^Arrow/.test(key)) return null
  const sentence = (to: number) => words.sentenceEnds.find((end) => end > to) ?? count
  if (!choice) {
    if (!shift) return null
    return { from: 0, to: key === 'ArrowDown' ? sentence(0) : 1 }
  }
  const { from, to } = choice
  if (!shift) {
    const next = key === 'ArrowRight' ? from + 1 : key === 'ArrowLeft' ? from - 1 : null
    return next === null ? null : { from: clamp(next, 0, count - 1), to: clamp(next, 0, count - 1) + 1 }
  }
  const ends: Record<string, number> = {
    ArrowRight: to + 1,
    ArrowLeft: to - 1,
    ArrowDown: sentence(to),
    ArrowUp: words.sentenceEnds.findLast((end) => end < to) ?? 0,
  }
  return { from, to: clamp(ends[key] ?? to, from + 1, count) }
}

const clamp = (n: number, low: number, high: number): number => Math.min(high, Math.max(low, n))

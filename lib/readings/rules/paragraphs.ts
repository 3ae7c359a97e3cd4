const GAP = '\n\n'

/** The paragraphs of a section's text that have all the words, each with where it begins; all where there are none. */
export function paragraphsWith(text: string, q: string): { start: number; words: string }[] {
  const wanted = q.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const found: { start: number; words: string }[] = []
  let start = 0
  for (const words of text.split(GAP)) {
    const low = words.toLocaleLowerCase()
    if (words.trim() && wanted.every((word) => low.includes(word))) found.push({ start, words })
    start += words.length + GAP.length
  }
  return found
}

const SIGNED = /^([\s\S]*\S)\n\n— ([^\n]{1,200})$/

/** The words of a claim that somebody else brought here: their writer is named below them. */
export const signed = (text: string, author: string): string => (author ? `${text}\n\n— ${author}` : text)

/** The words, and who wrote them: whoever is named below them, else whoever put them here. */
export function splitAuthor(text: string, by: string): { text: string; author: string } {
  const match = SIGNED.exec(text)
  return match ? { text: match[1]!, author: match[2]! } : { text, author: by }
}

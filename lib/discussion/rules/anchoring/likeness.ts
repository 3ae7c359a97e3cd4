/**
 * How far two words are the same word, 0 to 1: 1 when equal, else the share of the longer word that their
 * common beginning and end cover, and 0 below six tenths. It sees a plural, a changed Korean particle and a
 * corrected typing error as one word, and costs far less than an edit distance.
 */
export function likeness(one: string, other: string): number {
  if (one === other) return 1
  const longest = Math.max(one.length, other.length)
  const shortest = Math.min(one.length, other.length)
  if (shortest < 2 || shortest < 0.6 * longest) return 0
  let head = 0
  while (head < shortest && one.charCodeAt(head) === other.charCodeAt(head)) head++
  let tail = 0
  const room = shortest - head
  while (tail < room && one.charCodeAt(one.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail))
    tail++
  const shared = (head + tail) / longest
  return shared >= 0.6 ? shared : 0
}

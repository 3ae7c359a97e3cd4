/** An address out of words: "Which fits best? · after" becomes "which-fits-best-after". */
export const slugOf = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '') || 'poll'

/** The first of slug, slug-2, slug-3 … that is free. */
export function freeSlug(wanted: string, taken: string[]): string {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.includes(slug)) return slug
  }
}

import { slugOf as addressOf, freeSlug as firstFree } from '@/lib/courses/rules/slug'

/** An address out of words: "Which fits best? · after" becomes "which-fits-best-after". */
export const slugOf = (words: string): string => addressOf(words, 'poll')

/** The first of slug, slug-2, slug-3 … that is free. */
export const freeSlug = (wanted: string, taken: readonly string[]): string =>
  firstFree(wanted, new Set(taken))

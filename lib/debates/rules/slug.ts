import { slugOf as addressOf, freeSlug as firstFree } from '@/lib/courses/rules/slug'

const OPENING = /^this house (believes|thinks|regrets|holds|would|supports|opposes)( that)?\s+/i
/** Pages of the debates' own that a debate must not hide. */
const RESERVED = new Set(['new'])

/** A short address out of a motion: its first words without "This House believes that". */
export const slugOf = (motion: string): string => addressOf(motion.replace(OPENING, ''), 'debate')

/** The slug, or the first of slug-2, slug-3 … that is free. */
export const freeSlug = (slug: string, taken: Iterable<string>): string =>
  firstFree(slug, new Set([...taken, ...RESERVED]))

import { freeSlug as firstFree } from '@/lib/courses/rules/slug'

const OPENING = /^this house (believes|thinks|regrets|holds|would|supports|opposes)( that)?\s+/i
/** Pages of the debates' own that a debate must not hide. */
const RESERVED = new Set(['new'])
const MAX = 48

/** A short address out of a motion: its first words without "This House believes that". */
export function slugOf(motion: string): string {
  const words = motion
    .replace(OPENING, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, MAX)
    if (longer.length > MAX) break
    slug = longer
  }
  return slug || 'debate'
}

/** The slug, or the first of slug-2, slug-3 … that is free. */
export const freeSlug = (slug: string, taken: Iterable<string>): string =>
  firstFree(slug, new Set([...taken, ...RESERVED]))

import { freeSlug } from '@/lib/courses/rules/slug'

/** What stands beside assignments in addresses and so names none. */
const RESERVED = ['templates', 'new']

const base = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '') || 'critique'

/** A title as part of an address: the first that is free. */
export function slugOf(title: string, taken: readonly string[]): string {
  return freeSlug(base(title), new Set([...taken, ...RESERVED]))
}

import { slugOf as addressOf, freeSlug } from '@/lib/courses/rules/slug'

/** What stands beside assignments in addresses and so names none. */
const RESERVED = ['templates', 'new']

/** A title as part of an address: the first that is free. */
export const slugOf = (title: string, taken: readonly string[]): string =>
  freeSlug(addressOf(title, 'critique'), new Set([...taken, ...RESERVED]))

import { createHash } from 'node:crypto'

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/**
 * A name for a review that tells nothing: the review's own id begins with the time at which it was written, so
 * neither the id nor its order may reach the author.
 */
export const blindKey = (reviewId: string): string => hashed(`review ${reviewId}`)

/**
 * The same for a critique towards those who review it: its id begins with the time at which its author began, and is
 * what the author's own pages are called. Each reviewer has another key for it, so that two cannot compare either.
 */
export const taskKey = (task: { critiqueId: string; reviewerId: string }): string =>
  hashed(`task ${task.critiqueId} ${task.reviewerId}`)

/** In the order of keys, which is the same for every reading and follows neither time nor name. */
export const byKey = <T extends { key: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))

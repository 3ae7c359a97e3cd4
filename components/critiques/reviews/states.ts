import type { TaskState } from '@/lib/critiques/reviews/dto'

/** Where a review stands, in the middle of a line. */
export const SAYS: Record<TaskState, string> = {
  NEW: 'not begun',
  BEGUN: 'begun',
  SUBMITTED: 'submitted',
  CHANGED: 'submitted, changed since',
}

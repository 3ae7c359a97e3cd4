import type { EventType } from '@/lib/events/types'

/**
 * What a member of the staff did, as the log says it; after "Ada Lim". An event type that is not here is not the
 * staff's alone (everybody writes notes) and is left out of the log unless one of the staff did it to somebody else.
 */
const WORDS: Partial<Record<EventType, string>> = {
  'course.created': 'made the course',
  'course.changed': 'changed the course',
  'member.joined': 'added a member',
  'member.changed': 'changed a member’s role or group',
  'member.removed': 'removed a member',
  'reading.published': 'published a reading',
  'reading.changed': 'changed a reading',
  'reading.revised': 'published a revision of a reading',
  'section.changed': 'changed a section’s settings',
  'note.deleted': 'deleted a note',
  'note.restored': 'put a deleted note back',
  'note.resolved': 'resolved or reopened a question',
  'note.placed': 'moved or confirmed a note',
  'report.handled': 'handled a report',
  'debate.created': 'opened a debate',
  'debate.changed': 'changed a debate',
  'debate.sides': 'set the sides of a debate',
  'debate.session': 'moved a debate’s session',
  'debate.closed': 'closed a debate',
  'claim.edited': 'edited a claim',
  'claim.deleted': 'deleted a claim',
  'claim.moved': 'moved a claim',
  'claim.merged': 'merged two claims',
  'statement.edited': 'edited a statement',
  'statement.deleted': 'deleted a statement',
  'poll.opened': 'opened a vote',
  'poll.closed': 'closed a vote',
  'poll.resolved': 'said how a question turned out',
  'survey.opened': 'opened a set of statements',
  'survey.changed': 'changed a set of statements',
  'survey.closed': 'closed a set of statements',
  'matrix.changed': 'changed the evidence matrix',
  'cell.deleted': 'deleted a comment in the matrix',
  'template.created': 'made a template',
  'template.changed': 'changed a template',
  'assignment.created': 'set an assignment',
  'assignment.changed': 'changed an assignment',
  'extension.given': 'gave an extension',
  'reviews.allocated': 'allocated reviews',
  'review.reassigned': 'reassigned a review',
  'review.moderated': 'hid or showed a review',
  'review.released': 'released reviews',
  'grade.given': 'gave or changed a mark',
  'grade.released': 'released marks',
  'scheme.published': 'set the participation formula',
  'participation.released': 'released participation marks',
}

const MODERATED: Record<string, string> = {
  HIDE: 'hid a note',
  SHOW: 'put a hidden note back',
  LOCK: 'locked a thread',
  UNLOCK: 'unlocked a thread',
  PIN: 'pinned a thread',
  UNPIN: 'unpinned a thread',
}

const CLAIM_MODERATED: Record<string, string> = { HIDE: 'hid a claim', SHOW: 'put a hidden claim back' }

export const AUDITED: readonly EventType[] = [
  ...(Object.keys(WORDS) as EventType[]),
  'note.moderated',
  'claim.moderated',
]

/** One line of the log, without the name. */
export const auditWords = (type: EventType, payload: Record<string, unknown>): string => {
  const act = String(payload.act)
  if (type === 'note.moderated') return MODERATED[act] ?? 'moderated a note'
  if (type === 'claim.moderated') return CLAIM_MODERATED[act] ?? 'moderated a claim'
  return WORDS[type] ?? type
}

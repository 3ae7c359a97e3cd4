import type { Audience } from '@/lib/generated/prisma/enums'

/** Everything that can happen in a course. The stream, the audit log and the charts know these names. */
export const EVENT_TYPES = [
  'course.created',
  'course.changed',
  /** The ready-made seminar is whole: what a load that was cut off never says. */
  'seminar.loaded',
  'member.joined',
  'member.changed',
  'member.removed',
  'reading.published',
  /** Its name, its place among the others, or whether the class sees it. */
  'reading.changed',
  'reading.revised',
  'section.changed',
  'note.posted',
  'note.edited',
  'note.deleted',
  'note.restored',
  'note.reacted',
  'note.resolved',
  'note.placed',
  /** Hidden, locked, pinned, or the opposite; the payload says which. */
  'note.moderated',
  'report.made',
  'report.handled',
  'debate.created',
  'debate.closed',
  'claim.added',
  'claim.edited',
  'claim.deleted',
  'claim.moved',
  'claim.merged',
  'claim.judged',
  /** Hidden, or put back; the payload says which. */
  'claim.moderated',
  'debate.changed',
  /** Sides were taken, drawn or assigned. */
  'debate.sides',
  /** The session began, moved, paused or ended: the payload is its clock. */
  'debate.session',
  'hand.changed',
  'statement.added',
  'statement.edited',
  'statement.deleted',
  'poll.opened',
  'poll.turnout',
  'poll.closed',
  'poll.resolved',
  'survey.opened',
  'survey.changed',
  'survey.closed',
  'cell.commented',
  'cell.edited',
  'cell.deleted',
  /** To the member alone: their own ratings, or their credence before the evidence. */
  'matrix.rated',
  /** To everybody, and by nobody: the class's ratings of some cells have changed. */
  'matrix.counted',
  'matrix.changed',
  'template.created',
  'template.changed',
  'assignment.created',
  'assignment.changed',
  'extension.given',
  'critique.submitted',
  'critique.withdrawn',
  'review.submitted',
  'review.released',
  'review.answered',
  'reviews.allocated',
  'review.reassigned',
  'review.moderated',
  'review.rated',
  'grade.given',
  'grade.released',
  'scheme.published',
  'participation.released',
] as const

export type EventType = (typeof EVENT_TYPES)[number]

/** Who may learn of an event: everyone in the course, its staff, one group, or one member. */
export type AudienceOf =
  | { audience: 'EVERYONE' | 'STAFF' }
  | { audience: 'GROUP' | 'PERSON'; audienceId: string }

export type NewEvent = AudienceOf & {
  courseId: string
  type: EventType
  /** Membership of the actor; null where it must not be known (a ballot). */
  actorId: string | null
  subjectId?: string
  scopeId?: string
  payload?: Record<string, unknown>
  at: Date
}

export type RecordedEvent = {
  seq: number
  courseId: string
  type: EventType
  actorId: string | null
  audience: Audience
  audienceId: string | null
  subjectId: string | null
  scopeId: string | null
  payload: Record<string, unknown>
  createdAt: Date
}

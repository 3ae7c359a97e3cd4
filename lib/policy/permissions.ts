import { AppError } from '@/lib/errors'
import { type Actor, isStaffRole, type Member, memberIn } from './actor'

/** What a rule may ask about the thing that is acted on. */
export type Facts = {
  /** The membership that made it. */
  authorId?: string | null
  /** Whether it still takes contributions (a debate, a poll, an assignment). */
  open?: boolean
  /** Whether the actor keeps the record of a debate: its timekeeper or chair. */
  keeps?: boolean
}

type Standing = Facts & { actor: Actor; member: Member | null }
type Rule = (s: Standing) => boolean

const all =
  (...rules: Rule[]): Rule =>
  (s) =>
    rules.every((rule) => rule(s))
const any =
  (...rules: Rule[]): Rule =>
  (s) =>
    rules.some((rule) => rule(s))

const isSiteOwner: Rule = (s) => s.actor.siteOwner
const isSignedIn: Rule = () => true
const isMember: Rule = (s) => s.member !== null
const isInstructor: Rule = (s) => s.member?.role === 'INSTRUCTOR'
const isStaff: Rule = (s) => s.member !== null && isStaffRole(s.member.role)
const isStudent: Rule = (s) => s.member?.role === 'STUDENT'
const isWriter: Rule = (s) => s.member !== null && s.member.role !== 'OBSERVER'
const isNotAuthor: Rule = (s) => s.member !== null && s.member.id !== s.authorId
const isAuthor: Rule = (s) => s.member !== null && s.member.id === s.authorId
const keepsRecord: Rule = (s) => s.member !== null && s.keeps === true
const isOpen: Rule = (s) => s.open === true
const teachesSomewhere: Rule = (s) => s.actor.memberships.some((m) => m.role === 'INSTRUCTOR')

/** The whole policy, verb by verb. A verb that is not here does not exist; the policy test reads it against every role. */
export const PERMISSIONS = {
  'site.manage': isSiteOwner,
  'course.create': any(isSiteOwner, teachesSomewhere),
  'course.join': isSignedIn,
  'course.view': isMember,
  'course.edit': isInstructor,
  'members.view': isMember,
  'members.manage': isInstructor,
  'reading.view': isMember,
  'reading.edit': isStaff,
  'reading.progress': isMember,
  'note.view': isMember,
  'note.write': isWriter,
  'note.edit': all(isWriter, isAuthor),
  'note.delete': any(all(isWriter, isAuthor), isStaff),
  'note.assess': isStaff,
  'note.react': all(isWriter, isNotAuthor),
  'note.resolve': any(all(isWriter, isAuthor), isStaff),
  'note.follow': isMember,
  'note.place': any(all(isWriter, isAuthor), isStaff),
  'section.lead': isStaff,
  'note.moderate': isStaff,
  'report.make': all(isWriter, isNotAuthor),
  'report.handle': isStaff,
  'debate.view': isMember,
  'debate.manage': isStaff,
  'claim.add': all(isWriter, isOpen),
  'claim.edit': all(isWriter, isOpen, any(isAuthor, isStaff)),
  'claim.delete': all(isWriter, isOpen, any(isAuthor, isStaff)),
  'claim.judge': all(isWriter, isOpen),
  'claim.merge': all(isStaff, isOpen),
  'claim.moderate': isStaff,
  'side.take': all(isStudent, isOpen),
  'session.control': isStaff,
  'hand.raise': all(isWriter, isOpen),
  'statement.write': all(isWriter, isOpen),
  'statement.note': all(isOpen, any(isStaff, keepsRecord)),
  'statement.edit': all(isWriter, any(isAuthor, isStaff, keepsRecord)),
  'poll.view': isMember,
  'poll.manage': isStaff,
  'poll.turnout': isStaff,
  'ballot.cast': all(isStudent, isOpen),
  'matrix.view': isMember,
  'matrix.edit': isStaff,
  'matrix.rate': isWriter,
  'cell.comment': isWriter,
  'cell.edit': all(isWriter, isAuthor),
  'cell.delete': any(all(isWriter, isAuthor), isStaff),
  'survey.view': isMember,
  'survey.manage': isStaff,
  'survey.vote': all(isWriter, isOpen),
  'critique.view': isMember,
  'critique.write': all(isStudent, isAuthor, isOpen),
  'critique.start': all(isStudent, isOpen),
  'critique.read': any(isAuthor, isStaff),
  'critique.manage': isStaff,
  'review.write': all(isStudent, isOpen),
  'review.moderate': isStaff,
  'review.rate': all(isStudent, isAuthor),
  'grade.give': isStaff,
  'grade.release': isStaff,
  'gradebook.view': isStaff,
  'scheme.edit': isInstructor,
  'desk.view': isStaff,
} as const satisfies Record<string, Rule>

export type Verb = keyof typeof PERMISSIONS

/** Whether the actor may, in that course (null: outside any). For DTOs' `can`; commands use `authorise`. */
export function may(actor: Actor, verb: Verb, courseId: string | null, facts: Facts = {}): boolean {
  const member = courseId === null ? null : memberIn(actor, courseId)
  return PERMISSIONS[verb]({ ...facts, actor, member })
}

/**
 * Refuses what the table does not allow: NOT_FOUND to somebody outside the course (they may not learn that it
 * exists), CLOSED where only the closing stands in the way, else FORBIDDEN.
 */
export function authorise(
  actor: Actor,
  verb: Verb,
  courseId: string | null,
  facts: Facts = {},
): Member | null {
  const member = courseId === null ? null : memberIn(actor, courseId)
  if (courseId !== null && !member) throw new AppError('NOT_FOUND')
  if (may(actor, verb, courseId, facts)) return member
  if (facts.open === false && may(actor, verb, courseId, { ...facts, open: true }))
    throw new AppError('CLOSED')
  throw new AppError('FORBIDDEN')
}

/** `authorise` for verbs inside a course, where there is always a membership to act as. */
export function authoriseMember(actor: Actor, verb: Verb, courseId: string, facts: Facts = {}): Member {
  const member = authorise(actor, verb, courseId, facts)
  if (!member) throw new AppError('NOT_FOUND')
  return member
}

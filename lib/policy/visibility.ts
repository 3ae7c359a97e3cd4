import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, courseIds, groupIds, memberIds, staffCourseIds } from './actor'

/**
 * One filter per kind of thing: what the actor may see. Every query goes through it, so that what one may not
 * see is not found, and its existence does not show.
 */

export const visibleCourses = (actor: Actor): Prisma.CourseWhereInput => ({ id: { in: courseIds(actor) } })

/** Who is or was in a course that the actor is in. */
export const visibleMembers = (actor: Actor): Prisma.MembershipWhereInput => ({
  courseId: { in: courseIds(actor) },
})

export const visibleReadings = (actor: Actor): Prisma.ReadingWhereInput => ({
  OR: [
    { courseId: { in: courseIds(actor) }, publishedAt: { not: null } },
    { courseId: { in: staffCourseIds(actor) } },
  ],
})

export const visibleSections = (actor: Actor): Prisma.SectionWhereInput => ({
  reading: visibleReadings(actor),
})

/** Files on their way to become readings, and what the staff make of them, are the staff's. */
export const visibleImports = (actor: Actor): Prisma.ImportJobWhereInput => ({
  courseId: { in: staffCourseIds(actor) },
})
export const visibleReadingDrafts = (actor: Actor): Prisma.ReadingDraftWhereInput => ({
  courseId: { in: staffCourseIds(actor) },
})

/** What lets a student see the others where one posts first: something they wrote for the whole course there. */
const writtenBy = (members: string[]): Prisma.NoteWhereInput => ({
  authorId: { in: members },
  visibility: 'COURSE',
  kind: { not: 'HIGHLIGHT' },
  deletedAt: null,
})

/**
 * The same for statements by hand: true where the student in `member` (an SQL expression) has written nothing of the
 * kind in `section` yet.
 */
export const unwritten = (member: string, section: string): string => `NOT EXISTS (
  SELECT 1 FROM "Note" w WHERE w."sectionId" = ${section} AND w."authorId" = ${member} AND w."visibility" = 'COURSE'
    AND w."kind" <> 'HIGHLIGHT' AND w."deletedAt" IS NULL)`

/** "Post before you see others": a student who has not, sees their own notes of that section alone. */
const notHeldBack = (actor: Actor): Prisma.NoteWhereInput => ({
  OR: [
    { courseId: { in: actor.memberships.filter((m) => m.role !== 'STUDENT').map((m) => m.courseId) } },
    { authorId: { in: memberIds(actor) } },
    { section: { postFirst: false } },
    { section: { notes: { some: writtenBy(memberIds(actor)) } } },
  ],
})

/** What the staff have hidden is its author's and theirs. */
const notHidden = (actor: Actor): Prisma.NoteWhereInput => ({
  OR: [
    { hiddenAt: null },
    { authorId: { in: memberIds(actor) } },
    { courseId: { in: staffCourseIds(actor) } },
  ],
})

/** A private note is its author's alone, staff included; a group's note is for its members and the staff. */
export const visibleNotes = (actor: Actor): Prisma.NoteWhereInput => ({
  courseId: { in: courseIds(actor) },
  OR: [
    { visibility: 'COURSE' },
    { authorId: { in: memberIds(actor) } },
    { visibility: 'GROUP', groupId: { in: groupIds(actor) } },
    { visibility: 'GROUP', courseId: { in: staffCourseIds(actor) } },
  ],
  AND: [notHeldBack(actor), notHidden(actor)],
})

export const visibleDebates = (actor: Actor): Prisma.DebateWhereInput => ({
  courseId: { in: courseIds(actor) },
})
/** Of a hidden claim everybody sees the place (lib/debates/claims/read.ts); its words are its author's and the staff's. */
export const visibleClaims = (actor: Actor): Prisma.ClaimWhereInput => ({
  debate: visibleDebates(actor),
  OR: [
    { hiddenAt: null },
    { authorId: { in: memberIds(actor) } },
    { debate: { courseId: { in: staffCourseIds(actor) } } },
  ],
})
export const visibleExplanations = (actor: Actor): Prisma.ExplanationWhereInput => ({
  courseId: { in: courseIds(actor) },
})
export const visibleEvidence = (actor: Actor): Prisma.EvidenceWhereInput => ({
  courseId: { in: courseIds(actor) },
})
export const visibleCellComments = (actor: Actor): Prisma.CellCommentWhereInput => ({
  evidence: visibleEvidence(actor),
})

/** Members see a poll from its opening; staff see it before. */
export const visiblePolls = (actor: Actor): Prisma.PollWhereInput => ({
  OR: [
    { courseId: { in: courseIds(actor) }, opensAt: { lte: actor.at } },
    { courseId: { in: staffCourseIds(actor) } },
  ],
})

export const visibleSurveys = (actor: Actor): Prisma.OpinionSurveyWhereInput => ({
  courseId: { in: courseIds(actor) },
})

export const visibleAssignments = (actor: Actor): Prisma.AssignmentWhereInput => ({
  courseId: { in: courseIds(actor) },
})

/**
 * A draft is its author's alone; what was submitted is also the staff's. Its reviewers know it by another name
 * (visibleAllocations): by its own id they must not even learn that it is theirs to review.
 */
export const visibleCritiques = (actor: Actor): Prisma.CritiqueWhereInput => ({
  OR: [
    { authorId: { in: memberIds(actor) } },
    { submittedAt: { not: null }, assignment: { courseId: { in: staffCourseIds(actor) } } },
  ],
})

/** Who reviews what: the staff see all; a reviewer their own, while the critique is submitted; its author nothing. */
export const visibleAllocations = (actor: Actor): Prisma.ReviewAssignmentWhereInput => ({
  OR: [
    { reviewerId: { in: memberIds(actor) }, critique: { submittedAt: { not: null } } },
    { assignment: { courseId: { in: staffCourseIds(actor) } } },
  ],
})

/** The reviewer and the staff at once; the author of the critique once it is released, unless the staff hid it. */
export const visibleReviews = (actor: Actor): Prisma.ReviewWhereInput => ({
  OR: [
    { reviewerId: { in: memberIds(actor) } },
    { critique: { assignment: { courseId: { in: staffCourseIds(actor) } } } },
    { releasedAt: { not: null }, hiddenAt: null, critique: { authorId: { in: memberIds(actor) } } },
  ],
})

/** What members report is for the staff alone. */
export const visibleReports = (actor: Actor): Prisma.ReportWhereInput => ({
  courseId: { in: staffCourseIds(actor) },
})

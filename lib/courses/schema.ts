import { z } from 'zod'
import { SignUp } from '@/lib/accounts/schema'
import { type MemberRow, ROLES, type RoleName } from './roles'

export { type MemberRow, ROLE_TEXT, ROLES, type RoleName } from './roles'

export const Slug = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens.')

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const NewCourse = z.object({
  title: z.string().trim().min(1, 'Write a title.').max(200, 'Use at most 200 characters.'),
  slug: Slug.optional(),
  term: z.string().trim().max(80).default(''),
  timeZone: z.string().refine(isTimeZone, 'Choose a time zone from the list.').default('UTC'),
  description: z.string().trim().max(20_000).default(''),
})
export type NewCourse = z.output<typeof NewCourse>

export const EditCourse = NewCourse.omit({ slug: true }).extend({ courseId: z.uuid() })
export type EditCourse = z.output<typeof EditCourse>

export const CourseId = z.object({ courseId: z.uuid() })
export const MemberId = z.object({ memberId: z.uuid() })

export const JoinByLink = z.object({ token: z.string().min(1).max(100) })
export type JoinByLink = z.output<typeof JoinByLink>
export const SignUpAndJoin = SignUp.extend(JoinByLink.shape)
export type SignUpAndJoin = z.output<typeof SignUpAndJoin>

export const EnrolMember = z.object({
  courseId: z.uuid(),
  userId: z.uuid(),
  role: z.enum(ROLES),
  groupId: z.uuid().nullish(),
})
export type EnrolMember = z.output<typeof EnrolMember>

export const SetRole = z.object({ memberId: z.uuid(), role: z.enum(ROLES) })
export type SetRole = z.output<typeof SetRole>

export const NewGroup = z.object({
  courseId: z.uuid(),
  name: z.string().trim().min(1, 'Write a name.').max(60, 'Use at most 60 characters.'),
})
export type NewGroup = z.output<typeof NewGroup>
export const AssignGroup = z.object({ memberId: z.uuid(), groupId: z.uuid().nullable() })
export type AssignGroup = z.output<typeof AssignGroup>

export const MarkSeen = z.object({ courseId: z.uuid(), seq: z.int().min(0) })
export type MarkSeen = z.output<typeof MarkSeen>

export type PeoplePage = {
  members: MemberRow[]
  /** Members who were removed; empty for everybody who may not restore them. */
  removed: MemberRow[]
  groups: { id: string; name: string }[]
  /** Null: off, or not for this person to see. */
  joinToken: string | null
  can: { manage: boolean }
}

/** A course in the list of one's own. */
export type CourseCard = {
  id: string
  slug: string
  title: string
  term: string
  timeZone: string
  archived: boolean
  role: RoleName
  /** Polls that take votes now and, for a student, have not got theirs. */
  votes: number
  /** Debates that are open. */
  debates: number
  /** Moments of the next seven days at which a section, a meeting or an assignment is due. */
  due: number
  /** Events of others since one was last there. */
  fresh: number
}

export type SiteCourse = {
  id: string
  slug: string
  title: string
  term: string
  members: number
  instructors: string[]
  archived: boolean
}

/** The course as every page of it knows it. */
export type CourseFrame = {
  id: string
  slug: string
  title: string
  term: string
  timeZone: string
  archived: boolean
  /** The number of the last event when the page was made: the stream goes on from there. */
  seq: number
  viewer: {
    memberId: string
    userId: string
    name: string
    role: RoleName
    groupId: string | null
    demo: boolean
  }
}

export type HomePoll = {
  id: string
  slug: string
  question: string
  wave: string
  open: boolean
  voted: boolean
}
export type HomeDebate = {
  id: string
  slug: string
  motion: string
  open: boolean
  claims: number
  /** The phase that its live session is in; null while none is on. */
  live: string | null
}
export type HomeAssignment = {
  id: string
  slug: string
  title: string
  dueAt: string | null
  /** Whether it can still be handed in. */
  open: boolean
  handedIn: boolean
  /** Critiques that the viewer was given to review and has not. */
  toReview: number
  reviewsDueAt: string | null
}
export type HomeMeeting = {
  id: string
  position: number
  title: string
  before: string
  inClass: string
  startsAt: string | null
}

/** Course home but for the readings, which are a domain further right. */
export type CourseHome = {
  description: string
  members: number
  firstVisit: boolean
  meetings: HomeMeeting[]
  glossary: { term: string; meaning: string }[]
  polls: HomePoll[]
  debates: HomeDebate[]
  assignments: HomeAssignment[]
  news: { type: string; subjectId: string | null; scopeId: string | null; payload: Record<string, unknown> }[]
  /** Of the notes among the news those that the viewer may see. */
  notes: { id: string; kind: string }[]
}

export const PlanMeetings = z.object({
  courseId: z.uuid(),
  meetings: z
    .array(
      z.object({
        title: z.string().trim().min(1).max(200),
        before: z.string().trim().max(4000).default(''),
        inClass: z.string().trim().max(4000).default(''),
        startsAt: z.date().nullish(),
      }),
    )
    .max(200),
})
export type PlanMeetings = z.output<typeof PlanMeetings>

export const DefineTerms = z.object({
  courseId: z.uuid(),
  terms: z
    .array(z.object({ term: z.string().trim().min(1).max(200), meaning: z.string().trim().min(1).max(4000) }))
    .max(1000),
})
export type DefineTerms = z.output<typeof DefineTerms>

import type { Ballots } from './ballots'
import type { Course } from './course'
import type { CredenceQuestion } from './credences'
import type { Critique, ReviewRound, Template } from './critiques'
import type { Debate } from './debate'
import type { Evidence } from './evidence'
import type { Explanation } from './explanations'
import type { Note } from './notes'
import type { OpinionSurvey } from './opinions'
import type { Group, Person } from './people'
import type { ClassRatings } from './ratings'
import type { Reading } from './readings'

export * from './ballots'
export * from './course'
export * from './credences'
export * from './critiques'
export * from './debate'
export * from './evidence'
export * from './explanations'
export * from './notes'
export * from './opinions'
export * from './people'
export * from './ratings'
export * from './readings'

/** A whole ready-made seminar, checked. Every code and key in it resolves. Moments are minutes from the load. */
export type Seminar = {
  course: Course
  people: Person[]
  groups: Group[]
  readings: Reading[]
  debate: Debate
  explanations: Explanation[]
  evidence: Evidence
  /** How the class rates it. */
  classRatings: ClassRatings
  templates: Template[]
  critiques: Critique[]
  /** Peer reviews that are going on. */
  round: ReviewRound
  notes: Note[]
  ballots: Ballots
  opinions: OpinionSurvey[]
  /** How probable the class holds what. */
  credences: CredenceQuestion[]
  /** The paragraph that opens a file and belongs to the whole of it. */
  about: { people: string; explanations: string; notes: string }
}

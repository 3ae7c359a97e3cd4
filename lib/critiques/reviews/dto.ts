import type { DraftText, TemplateDto } from '../schema'

type Criteria = TemplateDto['criteria']
type FieldText = { code: string; title: string; html: string }

/** A remark where its words stand; `lost` where they no longer do. Offsets count the text of the field's HTML. */
export type ShownRemark = {
  fieldCode: string
  start: number
  end: number
  exact: string
  html: string
  lost: boolean
}

export type ReceivedReview = {
  key: string
  number: number
  /** A name for staff and in open reviews, else "Reviewer 1". */
  reviewer: string
  html: string
  levels: Record<string, number>
  /** HTML by criterion, of those that have a comment. */
  comments: Record<string, string>
  total: number
  remarks: ShownRemark[]
  /** What the author answered to it alone; as they typed it, for themselves. */
  replyHtml: string
  reply: string
  /** What the author said of it: to the author and the staff. */
  helpfulness: { value: number; comment: string } | null
  at: string | null
  /** For staff alone. */
  staff: {
    reviewerId: string
    released: boolean
    submission: number
    /** By a student: only those count for peer scores. */
    peer: boolean
    hidden: { at: string; reason: string } | null
  } | null
}

export type TaskState = 'NEW' | 'BEGUN' | 'SUBMITTED' | 'CHANGED'
/** One critique that the viewer was given to review. */
export type TaskDto = {
  key: string
  template: string
  /** Its author's name, where reviewers may know it. */
  author: string | null
  state: TaskState
}

export type ReviewHead = {
  assignmentId: string
  slug: string
  title: string
  mode: 'SINGLE_BLIND' | 'DOUBLE_BLIND' | 'OPEN'
  dueAt: string | null
  open: boolean
  released: boolean
}

/** How far a student is with what they were given to review in an assignment. */
export type Reviewing = { given: number; done: number; open: boolean }

/** What a student is to review in one assignment. */
export type TasksPage = {
  head: ReviewHead
  tasks: TaskDto[]
  examples: { position: number; title: string; scored: boolean }[]
  /** The mean of what authors said of the viewer's reviews in the course, once two have. */
  helpfulness: { mean: number; count: number } | null
}

export type ReviewPage = {
  head: ReviewHead
  key: string
  /** A name for what is reviewed: its author's, or none. */
  author: string | null
  template: { title: string; criteria: Criteria; outOf: number }
  fields: FieldText[]
  draft: DraftText
  state: TaskState
  /** Examples to score first. */
  examplesLeft: number
  /** Once reviews are released: what the author answered to all, and to this one. */
  responseHtml: string
  replyHtml: string
  can: { write: boolean; decline: boolean }
}

export type DeskReviewer = {
  id: string
  name: string
  number: number
  state: TaskState
  hidden: boolean
  byHand: boolean
}
export type DeskRow = {
  critiqueId: string
  author: string
  authorId: string
  template: string
  outOf: number
  reviewers: DeskReviewer[]
  /** Out of `outOf`; null without a review that counts. */
  raw: number | null
  calibrated: number | null
}
export type DeskPerson = {
  id: string
  name: string
  given: number
  done: number
  /** In hundredths of the scale: how generous, and how far from the staff's scores on the examples. */
  bias: number | null
  distance: number | null
  examples: number
  helpfulness: { mean: number; count: number } | null
}
export type ConflictDto = { id: string; a: string; b: string; reason: string; pairs: number }

export type ReviewsDesk = {
  head: ReviewHead
  perSubmission: number
  allocatedAt: string | null
  seed: string
  rows: DeskRow[]
  people: DeskPerson[]
  conflicts: ConflictDto[]
  students: { id: string; name: string }[]
  examples: { position: number; title: string; scored: number }[]
  /** Critiques that have fewer reviewers than asked for. */
  short: number
  held: number
}

export type ExamplePage = {
  head: ReviewHead
  id: string
  position: number
  title: string
  count: number
  fields: FieldText[]
  template: { title: string; criteria: Criteria; outOf: number }
  /** Null until the viewer has scored it; staff see it at once. */
  solution: { levels: Record<string, number>; total: number; commentHtml: string } | null
  mine: { levels: Record<string, number>; total: number } | null
  /** For staff: how the class scored it. */
  scored: { name: string; levels: Record<string, number>; total: number }[]
  manage: boolean
}

export type ExampleForm = {
  head: ReviewHead
  templates: (Pick<TemplateDto, 'id' | 'title' | 'criteria'> & {
    fields: { code: string; title: string }[]
    example: Record<string, string>
  })[]
  critiques: { id: string; templateId: string; label: string }[]
}

/** For grading: shares of what can be earned, 0 to 1. */
export type PeerScore = {
  critiqueId: string
  authorId: string
  raw: number | null
  calibrated: number | null
  reviews: number
}

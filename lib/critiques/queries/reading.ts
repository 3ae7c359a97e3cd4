import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, may, memberIn, visibleCritiques, visibleReviews } from '@/lib/policy'
import { blindKey, shuffled } from '../rules/blind'
import { isOpen } from '../rules/deadline'
import { reviewTotal } from '../rules/total'
import type { CritiquePage, ReviewDto } from '../schema'
import {
  ASSIGNMENT,
  assignmentHead,
  partsOf,
  SUBMISSIONS,
  stateOf,
  TEMPLATE,
  templateDto,
  wordsOf,
} from './shape'

const critiqueSelect = (actor: Actor) =>
  ({
    ...{ id: true, authorId: true, submittedAt: true, authorResponse: true },
    assignment: ASSIGNMENT,
    template: TEMPLATE,
    author: { select: { user: { select: { name: true } } } },
    answers: { select: { fieldId: true, text: true } },
    submissions: SUBMISSIONS,
    reviews: {
      where: visibleReviews(actor),
      select: {
        ...{ id: true, reviewerId: true, comment: true, submittedAt: true, releasedAt: true },
        reviewer: { select: { user: { select: { name: true } } } },
        scores: { select: { criterionId: true, level: true } },
      },
    },
  }) satisfies Prisma.CritiqueSelect
type Row = Prisma.CritiqueGetPayload<{ select: ReturnType<typeof critiqueSelect> }>
type Viewer = CritiquePage['viewer']
type ReviewRow = Row['reviews'][number]

const levelsOf = (review: ReviewRow): Record<string, number> =>
  Object.fromEntries(review.scores.map((s) => [s.criterionId, s.level]))

/** Reviews in the shuffled order that hides their authors. Only staff are told who wrote them, and when. */
function reviewDtos(row: Row, viewer: Viewer): ReviewDto[] {
  return shuffled(row.reviews).map((review, i) => ({
    key: blindKey(review.id),
    reviewer:
      viewer === 'STAFF'
        ? review.reviewer.user.name
        : viewer === 'REVIEWER'
          ? 'Your review'
          : `Reviewer ${i + 1}`,
    html: renderMarkdown(review.comment),
    levels: levelsOf(review),
    total: reviewTotal(row.template.criteria, levelsOf(review)),
    released: review.releasedAt !== null,
    at: viewer === 'STAFF' ? review.submittedAt.toISOString() : null,
  }))
}

/** Staff and reviewers read what was handed in, never the draft; a reviewer the latest alone. */
function submissionsFor(row: Row, viewer: Viewer): Row['submissions'] {
  if (viewer === 'REVIEWER') return row.submissions.slice(-1)
  return row.submissions
}

function shownOf(rows: Row['submissions'], number?: number): CritiquePage['shown'] {
  const shown = number === undefined ? rows.at(-1) : rows.find((s) => s.number === number)
  if (number !== undefined && !shown) throw new AppError('NOT_FOUND')
  if (!shown) return null
  return {
    number: shown.number,
    at: shown.submittedAt.toISOString(),
    words: wordsOf(shown),
    fields: partsOf(shown).map(({ code, title, text }) => ({ code, title, html: renderMarkdown(text) })),
  }
}

function ownReview(row: Row, memberId: string): CritiquePage['mine'] {
  const own = row.reviews.find((r) => r.reviewerId === memberId)
  return own ? { levels: levelsOf(own), comment: own.comment, released: own.releasedAt !== null } : null
}

function canDo(actor: Actor, courseId: string, row: Row, viewer: Viewer): CritiquePage['can'] {
  const facts = { authorId: row.authorId, open: isOpen(row.assignment.dueAt, actor.at) }
  const write = may(actor, 'critique.write', courseId, facts)
  return {
    write,
    withdraw: write && row.submittedAt !== null,
    review: viewer !== 'AUTHOR' && row.submittedAt !== null,
    respond:
      may(actor, 'critique.write', courseId, { ...facts, open: true }) &&
      row.reviews.some((r) => r.releasedAt),
  }
}

async function find(actor: Actor, courseId: string, slug: string, id: string): Promise<Row> {
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND')
  const row = await db.critique.findFirst({
    where: { AND: [{ id, assignment: { courseId, slug } }, visibleCritiques(actor)] },
    select: critiqueSelect(actor),
  })
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** A critique for reading, with its reviews, as far as the viewer may know them. */
export async function critiquePage(
  actor: Actor,
  courseId: string,
  at: { assignment: string; id: string; submission?: number },
): Promise<CritiquePage> {
  const row = await find(actor, courseId, at.assignment, at.id)
  const memberId = memberIn(actor, courseId)?.id ?? ''
  const staff = may(actor, 'critique.manage', courseId)
  const viewer: Viewer = row.authorId === memberId ? 'AUTHOR' : staff ? 'STAFF' : 'REVIEWER'
  const submissions = submissionsFor(row, viewer)
  const own = viewer === 'AUTHOR'
  return {
    id: row.id,
    assignment: assignmentHead(row.assignment, actor.at),
    template: templateDto(row.template),
    author: viewer === 'REVIEWER' ? null : row.author.user.name,
    viewer,
    state: own ? stateOf(row) : 'SUBMITTED',
    shown: shownOf(submissions, at.submission),
    submissions: submissions.map((s) => ({
      number: s.number,
      at: s.submittedAt.toISOString(),
      words: wordsOf(s),
    })),
    reviews: reviewDtos(row, viewer),
    responseHtml: renderMarkdown(row.authorResponse),
    response: own ? row.authorResponse : '',
    mine: own ? null : ownReview(row, memberId),
    can: canDo(actor, courseId, row, viewer),
  }
}

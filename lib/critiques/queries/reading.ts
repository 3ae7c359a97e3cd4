import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, may, memberIn, visibleCritiques } from '@/lib/policy'
import { type Render, renderer } from '../quotes/resolve'
import { receivedReviews } from '../reviews/queries/received'
import { isTaken } from '../rules/late'
import type { CritiquePage } from '../schema'
import { ruleOf } from './late-rule'
import {
  ASSIGNMENT,
  assignmentHead,
  partHtml,
  partsOf,
  SUBMISSIONS,
  stateOf,
  submissionHead,
  TEMPLATE,
  templateDto,
  wordsOf,
} from './shape'

const CRITIQUE = {
  ...{ id: true, authorId: true, submittedAt: true, authorResponse: true },
  assignment: {
    select: {
      ...ASSIGNMENT.select,
      allocatedAt: true,
      course: { select: { id: true, slug: true, timeZone: true } },
      extensions: { select: { membershipId: true, dueAt: true } },
    },
  },
  template: TEMPLATE,
  author: { select: { user: { select: { name: true } } } },
  answers: { select: { fieldId: true, text: true } },
  submissions: SUBMISSIONS,
} as const satisfies Prisma.CritiqueSelect
type Row = Prisma.CritiqueGetPayload<{ select: typeof CRITIQUE }>
type Viewer = CritiquePage['viewer']

function chosen(rows: Row['submissions'], number?: number): Row['submissions'][number] | undefined {
  const shown = number === undefined ? rows.at(-1) : rows.find((s) => s.number === number)
  if (number !== undefined && !shown) throw new AppError('NOT_FOUND')
  return shown
}

function shownOf(shown: Row['submissions'][number] | undefined, render: Render): CritiquePage['shown'] {
  if (!shown) return null
  return {
    number: shown.number,
    at: shown.submittedAt.toISOString(),
    words: wordsOf(shown),
    fields: partsOf(shown).map((part) => ({
      code: part.code,
      title: part.title,
      html: partHtml(part, render),
    })),
  }
}

/** With the author's own extension alone, whoever reads. */
const authors = ({ assignment, authorId }: Row) => ({
  ...assignment,
  extensions: assignment.extensions.filter((e) => e.membershipId === authorId),
})

function canDo(actor: Actor, courseId: string, row: Row, reviewed: boolean): CritiquePage['can'] {
  const facts = { authorId: row.authorId, open: isTaken(ruleOf(authors(row)), actor.at) }
  const write = may(actor, 'critique.write', courseId, facts)
  return {
    write,
    withdraw: write && row.submittedAt !== null && row.assignment.allocatedAt === null,
    respond: may(actor, 'critique.write', courseId, { ...facts, open: true }) && reviewed,
  }
}

async function find(actor: Actor, courseId: string, slug: string, id: string): Promise<Row> {
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND')
  const row = await db.critique.findFirst({
    where: { AND: [{ id, assignment: { courseId, slug } }, visibleCritiques(actor)] },
    select: CRITIQUE,
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
  const viewer: Viewer = row.authorId === memberId ? 'AUTHOR' : 'STAFF'
  const own = viewer === 'AUTHOR'
  const { assignment, template } = row
  // what was withdrawn is its author's alone again
  const submissions = row.submissions.filter((s) => own || s.withdrawnAt === null)
  const version = chosen(submissions, at.submission)
  const texts = version ? partsOf(version).map((part) => part.text) : []
  const { id, slug } = assignment.course
  const shown = shownOf(version, await renderer(actor, { id, slug }, texts))
  const reviews = await receivedReviews(actor, {
    ...{ id: row.id, mode: assignment.reviewMode, fields: shown?.fields ?? [], viewer },
    criteria: templateDto(template).criteria,
  })
  const mine = authors(row)
  return {
    id: row.id,
    assignment: assignmentHead(mine, actor.at),
    template: templateDto(template),
    author: row.author.user.name,
    viewer,
    state: own ? stateOf(row) : 'SUBMITTED',
    shown,
    submissions: submissions.map((s) => submissionHead(s, ruleOf(mine))),
    reviews,
    responseHtml: renderMarkdown(row.authorResponse),
    response: own ? row.authorResponse : '',
    can: canDo(actor, courseId, row, reviews.length > 0),
  }
}

import 'server-only'
import type { Prisma } from '@/lib/generated/prisma/client'
import { plainHtml, renderMarkdown } from '@/lib/markdown'
import { type Actor, memberIds } from '@/lib/policy'
import type { Render } from '../quotes/resolve'
import { closesAt, isTaken, type LateRule, lateness } from '../rules/late'
import { ownWords } from '../rules/own-words'
import { outOf } from '../rules/total'
import { countWords } from '../rules/words'
import type {
  AssignmentHead,
  FieldKind,
  Level,
  Own,
  OwnState,
  SubmissionHead,
  SubmissionPart,
  TemplateDto,
} from '../schema'
import { LATE_RULE, ownExtension, ruleOf } from './late-rule'

const FIELDS = {
  orderBy: { position: 'asc' },
  select: { id: true, code: true, title: true, prompt: true, wordLimit: true, kind: true, options: true },
} as const
const CRITERIA = {
  orderBy: { position: 'asc' },
  select: { id: true, name: true, weight: true, levels: true },
} as const
export const TEMPLATE = {
  select: {
    ...{ id: true, code: true, title: true, intro: true, wordLimit: true, example: true },
    fields: FIELDS,
    criteria: CRITERIA,
  },
} as const satisfies { select: Prisma.TemplateSelect }
type TemplateRow = Prisma.TemplateGetPayload<typeof TEMPLATE>

type Example = { title?: string; intro?: string; fields: Record<string, string> }

export function templateDto({ example, ...row }: TemplateRow): TemplateDto {
  const worked = example as Example | null
  const answered = worked ? row.fields.filter((f) => worked.fields[f.code]) : []
  return {
    ...row,
    fields: row.fields.map(({ id: _id, ...field }) => field),
    criteria: row.criteria.map((c) => ({ ...c, levels: c.levels as Level[] })),
    outOf: outOf(row.criteria),
    example: worked && {
      title: worked.title ?? 'A worked example',
      intro: worked.intro ?? '',
      fields: answered.map(({ code, title }) => {
        const text = worked.fields[code] ?? ''
        return { code, title, html: renderMarkdown(text), words: countWords(text) }
      }),
    },
  }
}

export const ASSIGNMENT = {
  select: {
    ...{ id: true, courseId: true, slug: true, title: true, brief: true, reviewMode: true },
    ...LATE_RULE,
  },
} as const satisfies { select: Prisma.AssignmentSelect }
type AssignmentRow = Prisma.AssignmentGetPayload<typeof ASSIGNMENT> & { extensions?: { dueAt: Date }[] }

/** With the actor's own extension, so that the head is about the actor's deadline. */
export const assignmentFor = (actor: Actor) => ({
  select: { ...ASSIGNMENT.select, extensions: ownExtension(memberIds(actor)) },
})

export function assignmentHead(row: AssignmentRow, at: Date): AssignmentHead {
  const { id, slug, title, brief, dueAt, reviewMode, graceMinutes, penaltyPerDay, lateDays } = row
  const rule = ruleOf(row)
  const extended = rule.dueAt !== null && dueAt !== null && rule.dueAt > dueAt
  return {
    ...{ id, slug, title, reviewMode, rule: { graceMinutes, penaltyPerDay, lateDays } },
    briefHtml: renderMarkdown(brief),
    dueAt: dueAt?.toISOString() ?? null,
    extendedTo: extended ? (rule.dueAt?.toISOString() ?? null) : null,
    closesAt: closesAt(rule)?.toISOString() ?? null,
    lateness: lateness(rule, at),
    open: isTaken(rule, at),
  }
}

export const SUBMISSIONS = {
  orderBy: { number: 'asc' },
  select: { number: true, content: true, submittedAt: true, withdrawnAt: true },
} as const satisfies Prisma.Critique$submissionsArgs
export type SubmissionRow = {
  number: number
  content: Prisma.JsonValue
  submittedAt: Date
  withdrawnAt: Date | null
}

type Content = Pick<SubmissionRow, 'content'>

export const partsOf = (row: Content): SubmissionPart[] => row.content as SubmissionPart[]
/** A critique's own words, wherever they are counted: a choice is none, and what is quoted with its source is somebody else's. */
const wordsIn = (parts: readonly { text: string; kind?: FieldKind }[]): number =>
  parts.reduce((sum, { text, kind }) => (kind === 'CHOICE' ? sum : sum + ownWords(text)), 0)
export const wordsOf = (row: Content): number => wordsIn(partsOf(row))

export const submissionHead = (row: SubmissionRow, rule: LateRule): SubmissionHead => ({
  number: row.number,
  at: row.submittedAt.toISOString(),
  words: wordsOf(row),
  lateness: lateness(rule, row.submittedAt),
  withdrawn: row.withdrawnAt !== null,
})

/** A part as it is read: prose with its quotations, a line or a choice as the words they are. */
export const partHtml = ({ code, text, kind }: SubmissionPart, render: Render): string =>
  kind === 'LINE' || kind === 'CHOICE' ? plainHtml(text) : render(text, code)

type Draft = {
  submittedAt: Date | null
  answers: { fieldId: string; text: string }[]
  submissions: SubmissionRow[]
}

/** Where a critique stands for its author. */
export function stateOf({ submittedAt, answers, submissions }: Draft): OwnState {
  const last = submissions.at(-1)
  if (!submittedAt || !last) return 'DRAFT'
  const texts = new Map(answers.map((a) => [a.fieldId, a.text]))
  const same = partsOf(last).every(({ fieldId, text }) => (texts.get(fieldId) ?? '') === text)
  return same ? 'SUBMITTED' : 'CHANGED'
}

export const OWN = {
  select: {
    ...{ id: true, savedAt: true, submittedAt: true },
    template: { select: { title: true, wordLimit: true } },
    answers: { select: { fieldId: true, text: true, field: { select: { kind: true } } } },
    submissions: SUBMISSIONS,
    _count: { select: { reviews: { where: { releasedAt: { not: null }, hiddenAt: null } } } },
  },
} as const satisfies { select: Prisma.CritiqueSelect }

export const ownDto = (row: Prisma.CritiqueGetPayload<typeof OWN>): Own => ({
  id: row.id,
  state: stateOf(row),
  template: row.template.title,
  words: wordsIn(row.answers.map((a) => ({ text: a.text, kind: a.field.kind }))),
  wordLimit: row.template.wordLimit,
  savedAt: row.savedAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  reviews: row._count.reviews,
})

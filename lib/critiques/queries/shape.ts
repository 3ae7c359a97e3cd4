import 'server-only'
import type { Prisma } from '@/lib/generated/prisma/client'
import { renderMarkdown } from '@/lib/markdown'
import { isOpen } from '../rules/deadline'
import { totalWords } from '../rules/missing'
import { outOf } from '../rules/total'
import { countWords } from '../rules/words'
import type { AssignmentHead, Level, Own, OwnState, SubmissionPart, TemplateDto } from '../schema'

const FIELDS = {
  orderBy: { position: 'asc' },
  select: { id: true, code: true, title: true, prompt: true, wordLimit: true },
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
    fields: row.fields.map(({ code, title, prompt, wordLimit }) => ({ code, title, prompt, wordLimit })),
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
  select: { id: true, slug: true, title: true, brief: true, dueAt: true },
} as const satisfies { select: Prisma.AssignmentSelect }
type AssignmentRow = Prisma.AssignmentGetPayload<typeof ASSIGNMENT>

export const assignmentHead = ({ brief, dueAt, ...row }: AssignmentRow, at: Date): AssignmentHead => ({
  ...row,
  briefHtml: renderMarkdown(brief),
  dueAt: dueAt?.toISOString() ?? null,
  open: isOpen(dueAt, at),
})

export const SUBMISSIONS = {
  orderBy: { number: 'asc' },
  select: { number: true, content: true, submittedAt: true },
} as const satisfies Prisma.Critique$submissionsArgs
type SubmissionRow = { number: number; content: Prisma.JsonValue; submittedAt: Date }

export const partsOf = (row: SubmissionRow): SubmissionPart[] => row.content as SubmissionPart[]
export const wordsOf = (row: SubmissionRow): number =>
  partsOf(row).reduce((sum, { text }) => sum + countWords(text), 0)

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
    answers: { select: { fieldId: true, text: true } },
    submissions: SUBMISSIONS,
    _count: { select: { reviews: { where: { releasedAt: { not: null } } } } },
  },
} as const satisfies { select: Prisma.CritiqueSelect }

export const ownDto = (row: Prisma.CritiqueGetPayload<typeof OWN>): Own => ({
  id: row.id,
  state: stateOf(row),
  template: row.template.title,
  words: totalWords(Object.fromEntries(row.answers.map((a) => [a.fieldId, a.text]))),
  wordLimit: row.template.wordLimit,
  savedAt: row.savedAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  reviews: row._count.reviews,
})

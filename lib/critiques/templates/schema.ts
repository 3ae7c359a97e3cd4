import { z } from 'zod'
import { line, prose } from '../text/schema'

export const MAX_ANSWER = 20_000

export const Code = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,19}$/, 'A code is a letter, then letters, digits or hyphens.')
const WordLimit = z
  .int('Write a whole number.')
  .min(1, 'Allow at least one word.')
  .max(20_000, 'Allow at most 20,000 words.')

/** Markdown, one line, or one of some answers. */
export const FIELD_KINDS = ['PROSE', 'LINE', 'CHOICE'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

const NewField = z
  .object({
    code: Code,
    title: line(200, 'Give the field a title.'),
    prompt: line(2000, 'Say what to write here.'),
    wordLimit: WordLimit,
    kind: z.enum(FIELD_KINDS).default('PROSE'),
    options: z.array(line(120, 'Write the answer, or take it out.')).max(12).default([]),
  })
  .refine((f) => f.kind !== 'CHOICE' || f.options.length >= 2, {
    path: ['options'],
    message: 'Give at least two answers to choose from.',
  })
  .refine((f) => new Set(f.options).size === f.options.length, {
    path: ['options'],
    message: 'Two answers are the same.',
  })

export const MOST_LEVELS = 6
const Level = z.object({
  level: z.int().min(1).max(MOST_LEVELS),
  name: line(60, 'Name the level.'),
  descriptor: prose(1000),
})
export type Level = z.output<typeof Level>

/** `description` is for a rubric without levels: what the criterion asks, met in full. */
const NewCriterion = z.object({
  name: line(120, 'Name the criterion.'),
  weight: z.int('Write a whole number.').min(1, 'Weigh it at least 1.').max(1000, 'Weigh it at most 1,000.'),
  levels: z.array(Level).max(MOST_LEVELS).default([]),
  description: prose(1000).optional(),
})

const Example = z.object({
  title: line(200).optional(),
  intro: prose(4000).optional(),
  fields: z.record(Code, prose(MAX_ANSWER)),
})

const distinct = (codes: string[]): boolean => new Set(codes).size === codes.length

const content = {
  title: line(200, 'Give the template a title.'),
  intro: prose(4000).default(''),
  wordLimit: WordLimit,
  fields: z.array(NewField).min(1, 'A template needs a field.').max(40),
  criteria: z.array(NewCriterion).max(20).default([]),
  example: Example.optional(),
}

type Content = { fields: { code: string }[]; example?: { fields: Record<string, string> } | undefined }
const codesDiffer = (t: Content) => distinct(t.fields.map((f) => f.code))
const exampleFits = (t: Content) =>
  Object.keys(t.example?.fields ?? {}).every((c) => t.fields.some((f) => f.code === c))
const TWICE = { path: ['fields'], message: 'Two fields have one code.' }
const ELSEWHERE = {
  path: ['example'],
  message: 'The example answers a field that the template does not have.',
}

export const NewTemplate = z
  .object({ courseId: z.uuid(), code: Code, ...content })
  .refine(codesDiffer, TWICE)
  .refine(exampleFits, ELSEWHERE)
export type NewTemplate = z.output<typeof NewTemplate>

/** A template as its editor sends it: a new one of the course, which finds its own code, or a change of `id`. */
export const SaveTemplate = z
  .object({ courseId: z.uuid(), id: z.uuid().optional(), ...content })
  .refine(codesDiffer, TWICE)
  .refine(exampleFits, ELSEWHERE)
export type SaveTemplate = z.output<typeof SaveTemplate>

export const ArchiveTemplate = z.object({ id: z.uuid(), archived: z.boolean() })
export type ArchiveTemplate = z.output<typeof ArchiveTemplate>

export type TemplateField = {
  code: string
  title: string
  prompt: string
  wordLimit: number
  kind: FieldKind
  options: string[]
}

export type TemplateDto = {
  id: string
  code: string
  title: string
  intro: string
  wordLimit: number
  fields: TemplateField[]
  criteria: { id: string; name: string; weight: number; levels: Level[] }[]
  outOf: number
  example: {
    title: string
    intro: string
    fields: { code: string; title: string; html: string; words: number }[]
  } | null
}

/** What the editor of a template works on. */
export type TemplateDraft = {
  title: string
  intro: string
  wordLimit: number
  fields: TemplateField[]
  criteria: { name: string; weight: number; levels: Level[] }[]
  example: { title: string; intro: string; fields: Record<string, string> } | null
}

export type TemplateHead = {
  id: string
  code: string
  title: string
  fields: number
  wordLimit: number
  archived: boolean
  /** Critiques that were begun with it, drafts too. */
  critiques: number
}

export type TemplatesPage = { templates: TemplateHead[]; can: { manage: boolean } }

export type TemplatePage = {
  template: TemplateDto
  draft: TemplateDraft
  archived: boolean
  /** Somebody writes or wrote with it: a change makes a copy, and this one stays as it is. */
  inUse: boolean
}

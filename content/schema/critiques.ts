import { z } from 'zod'
import { code, key, moment, prose } from './common'

/** What is written under each field of a template, keyed by the field's code. */
const fieldTexts = z.record(code, prose)

const level = z.strictObject({ level: z.int().min(1).max(4), name: prose, text: prose })

const criterion = z.strictObject({
  key,
  title: prose,
  short: prose,
  weight: z.number().positive(),
  description: prose.optional(),
  levels: z.array(level).optional(),
})

const template = z.strictObject({
  code,
  title: prose,
  instructions: prose,
  wordLimit: z.int().positive(),
  fields: z
    .array(z.strictObject({ code, title: prose, prompt: prose, wordLimit: z.int().positive() }))
    .min(1),
  rubric: z.strictObject({
    note: prose,
    outOf: z.number().positive(),
    criteria: z.array(criterion).min(1),
  }),
  example: z.strictObject({ title: prose, note: prose.optional(), fields: fieldTexts }),
})

/** A reviewer's comment on words of one field. */
const remark = z.strictObject({ field: code, words: prose, text: prose })

const review = z.strictObject({
  reviewer: key,
  at: moment,
  scores: z.record(key, z.int().min(1).max(4)),
  total: z.number(),
  comment: prose,
  /** Why, by the criterion's key. */
  why: z.record(key, prose).default({}),
  remarks: z.array(remark).default([]),
  /** How much it helped, said by the author of the critique once reviews are released. */
  helpful: z.strictObject({ value: z.int().min(1).max(5), comment: prose.optional() }).optional(),
})

const critique = z.strictObject({
  code,
  author: key,
  template: code,
  /** Shorter than the template asks: a sample, not a full submission. */
  brief: z.boolean().default(false),
  at: moment,
  note: prose.optional(),
  fields: fieldTexts,
  reviews: z.array(review),
  response: z.strictObject({ at: moment, text: prose }).optional(),
})

/** An example that reviewers score first, with the instructor's own scores and those that were given so far. */
const example = z.strictObject({
  title: prose,
  template: code,
  /** Without: the template's worked example. */
  fields: fieldTexts.optional(),
  scores: z.record(key, z.int().min(1).max(4)),
  comment: prose,
  scored: z.array(z.strictObject({ by: key, at: moment, scores: z.record(key, z.int().min(1).max(4)) })),
})

/** An assignment whose reviews are being written when the seminar is loaded. */
const round = z.strictObject({
  slug: key,
  title: prose,
  brief: prose,
  set: moment,
  due: moment,
  allocate: moment,
  reviewsDue: moment,
  reviewsEach: z.int().min(1).max(5),
  seed: key,
  example,
  critiques: z.array(critique.extend({ reviewers: z.array(key).default([]) })),
})

export const reviewsFile = z.strictObject({ round })
export const templatesFile = z.strictObject({ templates: z.array(template).min(1) })
export const critiquesFile = z.strictObject({ critiques: z.array(critique) })

export type Template = z.infer<typeof template>
export type Rubric = Template['rubric']
export type Criterion = z.infer<typeof criterion>
export type Critique = z.infer<typeof critique>
export type Review = z.infer<typeof review>
export type ReviewRound = z.infer<typeof round>

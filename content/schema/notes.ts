import { z } from 'zod'
import { code, key, moment, prose } from './common'

const shared = {
  code,
  author: key,
  at: moment,
  visibility: z.enum(['course', 'group', 'private']).default('course'),
  kind: z.enum([
    'question',
    'comment',
    'claim',
    'method',
    'connection',
    'definition',
    'counter',
    'evidence',
    'reply',
  ]),
  /** For the instructor's eye only; `staff` is for posts by staff, which are not graded. */
  grade: z.enum(['strong', 'sound', 'thin', 'mistaken', 'staff']),
  /** The reply without which a mistaken note must not be shown. */
  correctedBy: code.optional(),
  text: prose,
}

/** As written in the file: a note has a paragraph and a quote, a reply has `replyTo` and neither. */
const noteEntry = z.strictObject({
  ...shared,
  replyTo: code.optional(),
  paragraph: code.optional(),
  quote: prose.optional(),
})

/** As read: a reply carries the anchor of the note at the head of its thread. */
export const note = z.strictObject({
  ...shared,
  at: z.number(),
  replyTo: code.optional(),
  paragraph: code,
  quote: prose,
})

export const notesFile = z.strictObject({ about: prose, notes: z.array(noteEntry) })

export type NoteEntry = z.infer<typeof noteEntry>
export type Note = z.infer<typeof note>

import { z } from 'zod'

export const NOTE_KINDS = [
  'HIGHLIGHT',
  'COMMENT',
  'QUESTION',
  'CLAIM',
  'EVIDENCE',
  'DEFINITION',
  'CONNECTION',
  'METHOD',
  'COUNTER',
] as const
export type NoteKind = (typeof NOTE_KINDS)[number] | 'REPLY'
export type Visibility = 'PRIVATE' | 'GROUP' | 'COURSE'

const Body = z.string().trim().max(10_000, 'A note holds at most 10,000 characters.')

/** Words of the section: offsets into its text, and the words themselves, so that a stale page cannot misplace a note. */
export const Anchor = z
  .object({ start: z.int().min(0), end: z.int().min(1), exact: z.string().min(1).max(20_000) })
  .refine((a) => a.end > a.start, 'Select some words.')

/** On words (`anchor`), under a prompt (`promptId`), or in answer to a note (`parentId`): one of the three. */
export const PostNote = z
  .object({
    /** Made by the client, so that a request sent twice makes one note. */
    id: z.uuid().optional(),
    sectionId: z.uuid(),
    kind: z.enum(NOTE_KINDS).default('COMMENT'),
    body: Body.default(''),
    visibility: z.enum(['PRIVATE', 'GROUP', 'COURSE']).default('COURSE'),
    anchor: Anchor.optional(),
    promptId: z.uuid().optional(),
    parentId: z.uuid().optional(),
  })
  .refine((n) => [n.anchor, n.promptId, n.parentId].filter(Boolean).length === 1, {
    path: ['anchor'],
    message: 'A note is about some words, under a prompt, or in answer to another note.',
  })
  .refine((n) => n.body.length > 0 || (n.kind === 'HIGHLIGHT' && n.anchor), {
    path: ['body'],
    message: 'Write something first.',
  })
export type PostNote = z.output<typeof PostNote>

export const EditNote = z.object({ id: z.uuid(), body: Body.min(1, 'Write something first.') })
export type EditNote = z.output<typeof EditNote>

export const NoteId = z.object({ id: z.uuid() })
export type NoteId = z.output<typeof NoteId>

export const AssessNotes = z.object({
  courseId: z.uuid(),
  grades: z
    .array(z.object({ noteId: z.uuid(), grade: z.enum(['strong', 'sound', 'thin', 'mistaken']) }))
    .max(1000),
})
export type AssessNotes = z.output<typeof AssessNotes>

/** A note as pages get it. `can` follows from `authorId` and the page's own `can` (see SectionPage). */
export type NoteDto = {
  id: string
  threadId: string | null
  parentId: string | null
  promptId: string | null
  kind: NoteKind
  visibility: Visibility
  authorId: string
  author: string
  role: 'INSTRUCTOR' | 'ASSISTANT' | 'STUDENT' | 'OBSERVER'
  /** Sanitised HTML; empty for a bare highlight and for a deleted note that still has replies. */
  html: string
  exact: string | null
  start: number | null
  end: number | null
  placement: 'EXACT' | 'MOVED' | 'UNCERTAIN' | 'ORPHANED'
  at: string
  edited: boolean
  deleted: boolean
}

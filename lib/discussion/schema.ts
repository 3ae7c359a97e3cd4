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
    /** The section's version that the page shows, and `anchor` counts into. */
    version: z.int().min(1).optional(),
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

export const REACTIONS = ['SAME_QUESTION', 'THANKS'] as const
export type ReactionKind = (typeof REACTIONS)[number]

/** "I have this question too", or thanks; and taken back. */
export const React = z.object({ id: z.uuid(), kind: z.enum(REACTIONS), on: z.boolean() })
export type React = z.output<typeof React>

export const Resolve = z.object({ id: z.uuid(), resolved: z.boolean() })
export type Resolve = z.output<typeof Resolve>

export const Moderate = z
  .object({
    id: z.uuid(),
    act: z.enum(['HIDE', 'SHOW', 'LOCK', 'UNLOCK', 'PIN', 'UNPIN']),
    /** Told to the note's author. */
    reason: z.string().trim().max(300, 'Use at most 300 characters.').default(''),
  })
  .refine((m) => m.act !== 'HIDE' || m.reason.length > 0, {
    path: ['reason'],
    message: 'Say why: the author reads it.',
  })
export type Moderate = z.output<typeof Moderate>

export const ReportNote = z.object({
  id: z.uuid(),
  reason: z.string().trim().min(1, 'Say what is wrong with it.').max(600, 'Use at most 600 characters.'),
})
export type ReportNote = z.output<typeof ReportNote>

/** By any note of the thread. */
export const Follow = z.object({ id: z.uuid(), on: z.boolean() })
export type Follow = z.output<typeof Follow>

/** How far a member has looked at a section's notes. */
export const Visit = z.object({ section: z.uuid(), seenAt: z.iso.datetime() })
export type Visit = z.output<typeof Visit>

/** `revision` is the draft's as its editor last saw it. */
export const PublishRevision = z.object({ draftId: z.uuid(), revision: z.int().min(0).optional() })
export type PublishRevision = z.output<typeof PublishRevision>

/** `version` is that of the text in which the person looked at the place. */
export const ConfirmPlacement = z.object({ id: z.uuid(), version: z.int().min(1) })
export type ConfirmPlacement = z.output<typeof ConfirmPlacement>

export const MoveAnchor = ConfirmPlacement.extend({ anchor: Anchor })
export type MoveAnchor = z.output<typeof MoveAnchor>

export const FindMembers = z.object({ q: z.string().trim().max(60).default('') })

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
  /** The section's version that `start` and `end` count into: of an orphaned note, the last that had its words. */
  version: number
  at: string
  edited: boolean
  deleted: boolean
  /** By the staff: its words do not travel with it; the author and the staff may ask for them. */
  hidden: boolean
  /** Of a thread's first note: no further replies; on top of the list. */
  locked: boolean
  pinned: boolean
  /** Of a question: it has been answered to its author's or the staff's content. */
  resolved: boolean
  /** "#Tags" of the body, in small letters. */
  tags: string[]
  /** How many have this question too, and how many said thanks. Who, is nobody's to see. */
  same: number
  thanks: number
}

/** What is the viewer's own beside the notes: one's reactions, the threads one follows, how far one has seen. */
export type OwnState = {
  same: string[]
  thanks: string[]
  follows: string[]
  /** Null on a first visit: then nothing is "new". */
  seenAt: string | null
  /** The others' notes are held back until one has written (Section.postFirst). */
  held: boolean
}

/** A note as its author typed it; of a hidden one also what it looks like, and why it was hidden. */
export type NoteSource = { id: string; body: string; html: string; hiddenReason: string }

/** Earlier wordings, the newest first. */
export type Wording = { html: string; at: string }
export type Mentionable = { id: string; name: string }

/** A note that a revision could not place surely: `found` is where it was put for the time being. */
export type PlacementDto = {
  id: string
  kind: NoteKind
  uncertain: boolean
  author: string
  html: string
  exact: string
  at: string
  version: number
  section: { position: number; heading: string; version: number; retired: boolean }
  found: { before: string; words: string; after: string } | null
}
export type PlacementList = {
  reading: { title: string; slug: string }
  uncertain: PlacementDto[]
  orphaned: PlacementDto[]
}

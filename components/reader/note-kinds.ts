import type { NoteKind } from '@/lib/discussion/schema'

/** What a note is called where people read it; and the verbs that begin one. */
export const KIND_NAMES: Record<NoteKind, string> = {
  HIGHLIGHT: 'Highlight',
  COMMENT: 'Comment',
  QUESTION: 'Question',
  CLAIM: 'Claim',
  EVIDENCE: 'Evidence',
  DEFINITION: 'Definition',
  CONNECTION: 'Connection',
  METHOD: 'Method',
  COUNTER: 'Counter',
  REPLY: 'Reply',
}

export const WRITTEN_KINDS = [
  'COMMENT',
  'QUESTION',
  'CLAIM',
  'EVIDENCE',
  'DEFINITION',
  'CONNECTION',
  'METHOD',
  'COUNTER',
] as const
export type WrittenKind = (typeof WRITTEN_KINDS)[number]

export const BAR_ACTIONS: { label: string; kind: WrittenKind | 'HIGHLIGHT' }[] = [
  { label: 'Highlight', kind: 'HIGHLIGHT' },
  { label: 'Comment', kind: 'COMMENT' },
  { label: 'Ask', kind: 'QUESTION' },
  { label: 'Define', kind: 'DEFINITION' },
  { label: 'Evidence', kind: 'EVIDENCE' },
]

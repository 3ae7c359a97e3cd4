import type { NoteDto } from '@/lib/discussion/schema'
import { posts, type Thread } from './threads'

export const VIEWS = ['all', 'new', 'mine', 'questions', 'unanswered', 'group'] as const
export type View = (typeof VIEWS)[number]

/** Which threads are shown: one view, and on top of it one tag and one person (null: any). */
export type Filter = { view: View; tag: string | null; person: string | null }
export const NO_FILTER: Filter = { view: 'all', tag: null, person: null }
export const isFiltered = (f: Filter): boolean => f.view !== 'all' || f.tag !== null || f.person !== null

export type Viewer = { memberId: string; isNew: (note: NoteDto) => boolean }

const isQuestion = (t: Thread): boolean => t.root.kind === 'QUESTION' && !t.root.deleted && !t.root.hidden
const some = (t: Thread, test: (note: NoteDto) => boolean): boolean => test(t.root) || t.replies.some(test)

const IN_VIEW: Record<View, (t: Thread, viewer: Viewer) => boolean> = {
  all: () => true,
  new: (t, { isNew }) => some(t, isNew),
  mine: (t, { memberId }) => some(t, (note) => note.authorId === memberId && !note.deleted),
  questions: isQuestion,
  // neither answered by anybody else nor resolved
  unanswered: (t) =>
    isQuestion(t) && !t.root.resolved && !t.replies.some((r) => !r.deleted && r.authorId !== t.root.authorId),
  group: (t) => t.root.visibility === 'GROUP',
}

export function matches(thread: Thread, { view, tag, person }: Filter, viewer: Viewer): boolean {
  if (!IN_VIEW[view](thread, viewer)) return false
  if (tag !== null && !some(thread, (note) => note.tags.includes(tag))) return false
  return person === null || some(thread, (note) => note.authorId === person && !note.deleted)
}

/** The tags in use, the most used first. */
export function tagsOf(threads: readonly Thread[]): string[] {
  const uses = new Map<string, number>()
  for (const thread of threads)
    for (const note of posts(thread)) for (const tag of note.tags) uses.set(tag, (uses.get(tag) ?? 0) + 1)
  return [...uses].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([tag]) => tag)
}

/** Who wrote here, by name. */
export function peopleOf(threads: readonly Thread[]): { id: string; name: string }[] {
  const people = new Map<string, string>()
  for (const thread of threads)
    for (const note of posts(thread)) if (!note.deleted) people.set(note.authorId, note.author)
  return [...people].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name))
}

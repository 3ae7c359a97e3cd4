import type { NoteDto } from '@/lib/discussion/schema'

export type Thread = { root: NoteDto; replies: NoteDto[] }
export type Filter = 'all' | 'mine' | 'questions' | 'unanswered'

const byTime = (a: NoteDto, b: NoteDto): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)
const byPlace = (a: Thread, b: Thread): number =>
  (a.root.start ?? 0) - (b.root.start ?? 0) || (a.root.end ?? 0) - (b.root.end ?? 0) || byTime(a.root, b.root)

const shown = (note: NoteDto, all: readonly NoteDto[]): boolean =>
  !note.deleted || all.some((other) => other.parentId === note.id && !other.deleted)

/** Notes grouped into threads. Replies in order of time; `parentId` says whom each answers. */
export function threadsOf(notes: Iterable<NoteDto>): Thread[] {
  const all = [...notes]
  const kept = all.filter((note) => shown(note, all))
  const threads = new Map(
    kept.filter((n) => !n.threadId).map((root) => [root.id, { root, replies: [] as NoteDto[] }]),
  )
  for (const note of kept) if (note.threadId) threads.get(note.threadId)?.replies.push(note)
  for (const thread of threads.values()) thread.replies.sort(byTime)
  return [...threads.values()]
}

/** Threads about words of the section, in reading order. */
export const marginThreads = (threads: readonly Thread[]): Thread[] =>
  threads.filter((t) => t.root.start !== null && t.root.placement !== 'ORPHANED').sort(byPlace)

/** Threads under one prompt, oldest first. */
export const promptThreads = (threads: readonly Thread[], promptId: string): Thread[] =>
  threads.filter((t) => t.root.promptId === promptId).sort((a, b) => byTime(a.root, b.root))

const isQuestion = (t: Thread): boolean => t.root.kind === 'QUESTION'
const posts = (t: Thread): NoteDto[] => [t.root, ...t.replies]

export function matches(thread: Thread, filter: Filter, memberId: string): boolean {
  if (filter === 'mine') return posts(thread).some((note) => note.authorId === memberId)
  if (filter === 'questions') return isQuestion(thread)
  if (filter === 'unanswered') return isQuestion(thread) && thread.replies.length === 0
  return true
}

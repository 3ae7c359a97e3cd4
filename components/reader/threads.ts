import type { NoteDto } from '@/lib/discussion/schema'

export type Thread = { root: NoteDto; replies: NoteDto[] }

const byTime = (a: NoteDto, b: NoteDto): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)
const byPlace = (a: Thread, b: Thread): number =>
  (a.root.start ?? 0) - (b.root.start ?? 0) || (a.root.end ?? 0) - (b.root.end ?? 0) || byTime(a.root, b.root)

/** Notes grouped into threads. Replies in order of time; `parentId` says whom each answers. */
export function threadsOf(notes: Iterable<NoteDto>): Thread[] {
  const all = [...notes]
  const answered = new Set<string>()
  for (const note of all) if (note.parentId && !note.deleted) answered.add(note.parentId)
  // a deleted note stays as a stub while somebody's reply hangs on it
  const kept = all.filter((note) => !note.deleted || answered.has(note.id))
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

/** Threads whose words are no longer in the text. */
export const orphanedThreads = (threads: readonly Thread[]): Thread[] =>
  threads.filter((t) => t.root.placement === 'ORPHANED').sort((a, b) => byTime(a.root, b.root))

/** Threads under one prompt, oldest first. */
export const promptThreads = (threads: readonly Thread[], promptId: string): Thread[] =>
  threads.filter((t) => t.root.promptId === promptId).sort((a, b) => byTime(a.root, b.root))

export const posts = (t: Thread): NoteDto[] => [t.root, ...t.replies]

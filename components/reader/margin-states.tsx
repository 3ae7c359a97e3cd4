import { Skeleton } from '@/components/ui/feedback'

export function Waiting() {
  return (
    <div role="status" aria-label="Loading the notes" className="grid gap-3 pt-2">
      <Skeleton className="h-4 w-40" />
      <Skeleton className="h-4 w-64" />
      <Skeleton className="h-4 w-56" />
    </div>
  )
}

export function NoNotes({ filtered }: { filtered: boolean }) {
  return (
    <p className="text-13 text-ink-3 max-w-[34ch]">
      {filtered
        ? 'No note here fits this filter.'
        : 'Nobody has written here yet. Select some words, or choose a paragraph by its number, and be the first.'}
    </p>
  )
}

/** Where one posts before one sees others, until one has. */
export function Held() {
  return (
    <p className="text-13 text-ink-2 max-w-[38ch] border-l-2 border-accent pl-3 mb-4">
      In this section everybody writes first and reads after. The others’ notes appear here once you have
      posted one to the class.
    </p>
  )
}

'use client'
import { cx } from '@/components/ui/cx'
import { type Filter, matches, type Thread } from './threads'

const FILTERS: { name: Filter; label: string }[] = [
  { name: 'all', label: 'All' },
  { name: 'mine', label: 'Mine' },
  { name: 'questions', label: 'Questions' },
  { name: 'unanswered', label: 'Unanswered' },
]

type Props = {
  threads: readonly Thread[]
  memberId: string
  filter: Filter
  onFilter: (filter: Filter) => void
}

export function FilterBar({ threads, memberId, filter, onFilter }: Props) {
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">Which notes to show</legend>
      {FILTERS.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          aria-pressed={filter === name}
          onClick={() => onFilter(name)}
          className={cx(
            'h-6 pointer-coarse:h-9 px-2.5 rounded-full text-12 cursor-pointer num whitespace-nowrap',
            filter === name ? 'bg-ink text-paper' : 'bg-sunk text-ink-2 hover:text-ink',
          )}
        >
          {label} {threads.filter((thread) => matches(thread, name, memberId)).length}
        </button>
      ))}
    </fieldset>
  )
}

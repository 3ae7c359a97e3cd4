'use client'
import { useMemo } from 'react'
import { cx } from '@/components/ui/cx'
import { useReader } from './context'
import { isFiltered, matches, NO_FILTER, peopleOf, tagsOf, type View, type Viewer } from './filters'
import type { Thread } from './threads'

const LABELS: Record<View, string> = {
  all: 'All',
  new: 'New',
  mine: 'Mine',
  questions: 'Questions',
  unanswered: 'Unanswered',
  group: 'My group',
}

const PILL = 'h-6 pointer-coarse:h-9 px-2.5 rounded-full text-12 cursor-pointer num whitespace-nowrap'
const look = (on: boolean): string => cx(PILL, on ? 'bg-ink text-paper' : 'bg-sunk text-ink-2 hover:text-ink')

type Props = {
  threads: readonly Thread[]
  viewer: Viewer
  listed: boolean
  onListed: (listed: boolean) => void
}

/** Which notes to show, with the number of threads behind each choice; and whether as a list. */
export function FilterBar({ threads, viewer, listed, onListed }: Props) {
  const { course, filter, setFilter, unread } = useReader()
  const counts = useMemo(() => {
    const count = (view: View) => threads.filter((t) => matches(t, { ...NO_FILTER, view }, viewer)).length
    return {
      all: threads.length,
      new: count('new'),
      mine: count('mine'),
      questions: count('questions'),
      unanswered: count('unanswered'),
      group: count('group'),
    }
  }, [threads, viewer])
  const isThere = (view: View): boolean =>
    filter.view === view ||
    (view !== 'new' && view !== 'group') ||
    counts[view] > 0 ||
    (view === 'group' && course.viewer.groupId !== null)
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">Which notes to show</legend>
      {(Object.keys(LABELS) as View[]).filter(isThere).map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={filter.view === view}
          onClick={() => setFilter({ ...filter, view })}
          className={look(filter.view === view)}
        >
          {LABELS[view]} {counts[view]}
        </button>
      ))}
      <Choices threads={threads} />
      <button type="button" aria-pressed={listed} onClick={() => onListed(!listed)} className={look(listed)}>
        List
      </button>
      {filter.view === 'new' && unread.count > 0 ? (
        <button type="button" onClick={unread.seeAll} className={look(false)}>
          Mark all as seen
        </button>
      ) : null}
      {isFiltered(filter) ? (
        <button type="button" onClick={() => setFilter(NO_FILTER)} className={look(false)}>
          Show all
        </button>
      ) : null}
    </fieldset>
  )
}

/** By tag and by person, where there are some. */
function Choices({ threads }: { threads: readonly Thread[] }) {
  const { filter, setFilter } = useReader()
  const tags = useMemo(() => tagsOf(threads).map((tag) => ({ id: tag, name: `#${tag}` })), [threads])
  const people = useMemo(() => peopleOf(threads), [threads])
  return (
    <>
      {tags.length > 0 ? (
        <Choice
          label="Tag"
          options={tags}
          value={filter.tag}
          onValue={(tag) => setFilter({ ...filter, tag })}
        />
      ) : null}
      {people.length > 1 ? (
        <Choice
          label="Person"
          options={people}
          value={filter.person}
          onValue={(person) => setFilter({ ...filter, person })}
        />
      ) : null}
    </>
  )
}

type ChoiceProps = {
  label: string
  options: { id: string; name: string }[]
  value: string | null
  onValue: (value: string | null) => void
}

function Choice({ label, options, value, onValue }: ChoiceProps) {
  return (
    <select
      aria-label={`${label} of the notes to show`}
      value={value ?? ''}
      onChange={(event) => onValue(event.target.value || null)}
      className={cx(look(value !== null), 'max-w-32 pr-1')}
    >
      <option value="">{label}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

import Link from 'next/link'
import { Section } from '@/components/ui/page'
import type { CourseFrame } from '@/lib/courses/schema'
import type { DraftSummary } from '@/lib/readings/draft-schema'
import { shortDate } from '@/lib/time'

/** Readings that staff are preparing. */
export function DraftList({ course, drafts }: { course: CourseFrame; drafts: DraftSummary[] }) {
  if (drafts.length === 0) return null
  return (
    <Section title="Not yet published" sub="Seen by staff alone.">
      <ul className="border-t border-rule">
        {drafts.map((draft) => (
          <li key={draft.id} className="border-b border-rule">
            <Link
              href={`/courses/${course.slug}/readings/drafts/${draft.id}`}
              className="flex flex-wrap items-baseline justify-between gap-x-4 py-3 hover:bg-sunk/50"
            >
              <span className="font-serif text-16">{draft.title || 'Without a title'}</span>
              <span className="text-13 text-ink-3">
                {draft.revises ? 'Revision, saved' : 'Saved'} {shortDate(draft.savedAt, course.timeZone)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

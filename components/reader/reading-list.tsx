import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import type { CourseFrame } from '@/lib/courses/schema'
import type { ReadingSummary } from '@/lib/readings/schema'
import { shortDate } from '@/lib/time'
import { ReviseButton } from './revise-button'

/** A reading's sections, each with its notes, its date and whether the viewer has read it. */
export function ReadingList({
  course,
  reading,
  waiting = 0,
  revisable = false,
}: {
  course: CourseFrame
  reading: ReadingSummary
  /** Notes of which a person has to say where they belong. */
  waiting?: number
  /** The viewer may revise the text, and set dates and questions. */
  revisable?: boolean
}) {
  const path = `/courses/${course.slug}/readings/${reading.slug}`
  const read = reading.sections.filter((s) => s.read).length
  const sub = [
    reading.published ? '' : 'Not shown to the class',
    reading.byline,
    `${read} of ${reading.sections.length} sections read`,
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <Section
      title={reading.title}
      sub={sub}
      actions={
        <span className="flex flex-wrap gap-2">
          {waiting ? (
            <ButtonLink href={`${path}/placements`}>
              {waiting === 1 ? 'One note asks where it belongs' : `${waiting} notes ask where they belong`}
            </ButtonLink>
          ) : null}
          {revisable ? (
            <>
              <ReviseButton course={course.slug} reading={reading} />
              <ButtonLink
                look="quiet"
                href={`${path}/settings`}
                aria-label={`Dates and questions of ${reading.title}`}
              >
                Dates and questions
              </ButtonLink>
            </>
          ) : null}
        </span>
      }
    >
      <ol className="border-t border-rule">
        {reading.sections.map((section) => (
          <li key={section.id} className="border-b border-rule">
            <Link
              href={`${path}/${section.position}`}
              className="grid grid-cols-[2em_1fr_auto] sm:grid-cols-[2em_1fr_auto_6em] items-baseline gap-x-3 py-3 hover:bg-sunk/50"
            >
              <span className="num text-ink-3">{section.position}</span>
              <span className="font-serif text-16">
                {section.heading}
                {section.read ? <span className="ml-2 font-sans text-12 text-good">Read</span> : null}
                {section.dueAt ? (
                  <span className="block font-sans text-12 text-ink-3">
                    Discuss by {shortDate(section.dueAt, course.timeZone)}
                  </span>
                ) : null}
              </span>
              <span className="num text-13 text-ink-3 sm:col-start-4 text-right">
                {section.notes === 1 ? '1 note' : `${section.notes} notes`}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  )
}
